#include <string>
#include <string_view>

#include "output/conversion.hpp"
#include "provenu/output/word.hpp"

namespace provenu::output {
namespace {

/// Puts zeros and fixed dates in place of what differs from run to run, byte by byte, so that nothing in the file moves.
class Timeless {
 public:
    explicit Timeless(std::string bytes) : bytes_(std::move(bytes)) {}

    std::string whole() && {
        for (const char* date : {"/CreationDate(D:", "/ModDate(D:"}) blank_digits(date, ')');
        blank_hex("/ID [");
        blank_hex("/DocChecksum /");
        return std::move(bytes_);
    }

 private:
    /// Digits behind each `start` up to `end` become those of the first second of 2000.
    void blank_digits(std::string_view start, char end) {
        constexpr std::string_view fixed = "20000101000000";
        for (std::size_t at = 0; (at = bytes_.find(start, at)) != std::string::npos;) {
            at += start.size();
            for (std::size_t digit = 0; at < bytes_.size() && bytes_[at] != end; ++at)
                if (bytes_[at] >= '0' && bytes_[at] <= '9')
                    bytes_[at] = digit < fixed.size() ? fixed[digit++] : '0';
                else if (bytes_[at] == '-' || bytes_[at] == 'Z')
                    bytes_[at] = '+';
        }
    }

    /// Hexadecimal digits behind `start`, brackets and blanks between them passed over, become noughts.
    void blank_hex(std::string_view start) {
        for (std::size_t at = 0; (at = bytes_.find(start, at)) != std::string::npos;) {
            at += start.size();
            for (;
                 at < bytes_.size() && std::string_view("0123456789ABCDEFabcdef<> \n").find(bytes_[at]) != std::string_view::npos;
                 ++at)
                if (std::string_view("<> \n").find(bytes_[at]) == std::string_view::npos) bytes_[at] = '0';
        }
    }

    std::string bytes_;
};

Conversion by_office() {
    Conversion conversion{
        .program = "soffice",
        .package = "libreoffice-writer-nogui",
        .arguments =
            {"-env:UserInstallation={url}/profile", "--headless", "--norestore", "--convert-to",
             R"(pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}})",
             "paper.docx"},
        .input = "paper.docx",
        .output = "paper.pdf"};
    conversion.at_most = std::chrono::seconds(120);
    return conversion;
}

}  // namespace

diag::Result<std::string> pdf(const report::Document& document, const std::string& title, wording::Language language) {
    auto word = docx(document, title, language);
    if (!word.ok()) return word;
    auto made = convert(by_office(), *word.value);
    diag::Diagnostics found = std::move(word.diagnostics);
    found.append(made.diagnostics);
    if (!made.value) return {std::nullopt, std::move(found)};
    return {Timeless(std::move(*made.value)).whole(), std::move(found)};
}

}  // namespace provenu::output
