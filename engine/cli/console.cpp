#include "cli/console.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/options.hpp"
#include "provenu/diag/layout.hpp"
#include "provenu/output/file.hpp"

namespace provenu::cli {
namespace {

bool wants_colour() {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool capable = terminal != nullptr && std::strcmp(terminal, "dumb") != 0;
    return capable && (refused == nullptr || *refused == '\0') && isatty(STDERR_FILENO) == 1;
}

/// Colours the one word before the code; a note keeps its plain face.
std::string coloured(std::string laid_out, const diag::Diagnostic& finding) {
    if (finding.severity == diag::Severity::note) return laid_out;
    const bool error = finding.severity == diag::Severity::error;
    const std::string_view word = error ? "error" : "warning";
    const auto at = laid_out.find(std::string(word) + ' ' + finding.code);
    if (at == std::string::npos) return laid_out;
    laid_out.insert(at + word.size(), "\033[0m");
    laid_out.insert(at, error ? "\033[1;31m" : "\033[1;33m");
    return laid_out;
}

/// Nobody mends a hundred thousand mistakes at once; the last line says how many are left out.
void cut_short(std::vector<diag::Diagnostic>& findings) {
    constexpr std::size_t most = 50;
    if (findings.size() <= most) return;
    const std::string left_out = std::to_string(findings.size() - most);
    findings.resize(most);
    findings.push_back({diag::Severity::note, "P965", {}, {{"count", left_out}}});
}

Status fail(std::string code, std::vector<diag::Argument> arguments, wording::Language language) {
    diag::Diagnostics findings;
    findings.error(std::move(code), {}, std::move(arguments));
    show(findings, language);
    return Status::author_must_act;
}

}  // namespace

void show(const diag::Diagnostics& findings, wording::Language language, diag::Severity least) {
    const bool colour = wants_colour();
    std::string page;
    auto shown = findings.sorted();
    std::erase_if(shown, [least](const auto& finding) { return finding.severity > least; });
    cut_short(shown);
    for (const auto& finding : shown) {
        auto text = diag::lay_out(finding, wording::words(language, finding));
        if (colour) text = coloured(std::move(text), finding);
        page += text;
        if (!page.ends_with('\n')) page += '\n';
    }
    std::fwrite(page.data(), 1, page.size(), stderr);
}

Status deliver(std::string_view content, const Asked& asked) {
    const auto language = language_of_messages(asked);
    if (const auto path = asked.value("output")) return write(content, *path, language);
    errno = 0;
    const bool written = std::fwrite(content.data(), 1, content.size(), stdout) == content.size() && std::fflush(stdout) == 0;
    if (written || errno == EPIPE) return Status::done;
    return fail("P963", {{"why", std::strerror(errno)}}, language);
}

Status write(std::string_view content, const std::string& path, wording::Language language) {
    const auto problem = output::write_file(path, std::string(content));
    if (!problem) return Status::done;
    return fail("P962", {{"path", path}, {"why", *problem}}, language);
}

}  // namespace provenu::cli
