#pragma once

#include <vector>

#include "cli/command.hpp"
#include "cli/proposals.hpp"
#include "provenu/diag/diagnostic.hpp"

namespace provenu::cli {

/// Options that say under which scenario, spelled the same in each command.
/// \param several whether `--scenario` may be given several times
std::vector<Option> scene_options(bool several = false);

/// Those that were given, and the price level, as another command takes them: ` --scenario late`; empty where none were.
std::string options_of_scene(const Asked& asked);

/// `--scenarios`, `--scenario`, `--with`, `--without` and the choices, for commands that show one scenario.
diag::Result<Question> question_asked(const Asked& asked);

/// `--with` and `--without`.
std::vector<model::SwitchOption> switched_asked(const Asked& asked);

/// What to compare: proposals, and the scenes they are all seen under.
struct Programme {
    std::vector<std::string> files;
    Question question;
};

/// Files of the command line, sorted out by kind: proposals as they are, scenario files with the proposals they name. Scenarios
/// are those of the scenario files, else of `--scenarios`; `--scenario` picks some of them.
diag::Result<Programme> programme_asked(const Asked& asked);

/// Whether the command line names scenarios, or a file of them.
bool names_scenes(const Asked& asked);

}  // namespace provenu::cli
