#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "provenu/diag/diagnostic.hpp"

namespace provenu::output {

/// A file made of another by a program that need not be installed.
struct Conversion {
    std::string program;                 ///< looked for in PATH
    std::string package;                 ///< of Debian, that has it
    std::vector<std::string> arguments;  ///< `{url}` stands for the folder of its own in which it runs
    std::string input;                   ///< name in that folder of what is given to it
    std::string output;                  ///< and of what it is to make
    std::chrono::seconds at_most{60};
};

/// Runs the program, without a shell, in a temporary folder that is removed afterwards.
/// \return the bytes of its output. A program that is missing, fails, makes nothing or is not done in time is an error, and so is
/// a folder that cannot be made. If this process is asked to end meanwhile, it does when program and folder are gone.
diag::Result<std::string> convert(const Conversion& conversion, const std::string& bytes);

}  // namespace provenu::output
