#pragma once

#include <string>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/report/document.hpp"
#include "provenu/wording/catalogue.hpp"

namespace provenu::output {

/// A document as a file for Word (Office Open XML): real headings, tables whose heading row is repeated and whose rows stay
/// whole, pictures with their text alternative, A4; a table too wide for it has a page on its side. The same bytes each time.
/// \param title of the file's properties
/// \return the bytes; where the program that draws pictures is missing or fails, a warning, and each picture's alternative in its
/// place
diag::Result<std::string> docx(const report::Document& document, const std::string& title, wording::Language language);

/// The same as a tagged PDF, by LibreOffice, which need not be installed (see convert); its dates and identity are taken out, so
/// that two runs give the same bytes.
diag::Result<std::string> pdf(const report::Document& document, const std::string& title, wording::Language language);

}  // namespace provenu::output
