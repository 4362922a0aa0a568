#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "cli/start.hpp"

int main(int count, char** words) {
    using provenu::cli::Status;
    std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is told by the writing, and is no mistake
    try {
        return static_cast<int>(provenu::cli::start({words + 1, words + count}));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "provenu: %s\n", error.what());
    } catch (...) {
        std::fputs("provenu: something of an unknown kind was thrown\n", stderr);
    }
    std::fputs("This is a fault in Provenu, not in your file. Please report it, with the command and the file that led to it.\n",
               stderr);
    return static_cast<int>(Status::our_bug);
}
