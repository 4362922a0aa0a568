#pragma once

#include <memory>
#include <string>

namespace provenu::diag {

/// A file as the author wrote it, kept whole so that a message can quote it.
struct Source {
    std::string path;  ///< as named on the command line or under `uses:`
    std::string text;  ///< UTF-8, without a byte order mark
};

/// Where something was written. `line` 0 means the file as a whole; no source means nowhere in particular.
struct Place {
    std::shared_ptr<const Source> source;
    int line = 0;    ///< from 1
    int column = 0;  ///< from 1, counted in characters, not bytes
    int width = 1;   ///< characters to underline
};

}  // namespace provenu::diag
