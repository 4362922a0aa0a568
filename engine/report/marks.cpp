#include "report/marks.hpp"

#include <algorithm>

namespace provenu::report {
namespace {

std::string number(std::size_t position) {
    return std::to_string(position + 1) + ")";
}

}  // namespace

void NumberedNotes::refer(Row& row, const std::string& note) {
    if (note.empty()) return;
    const auto known = std::find(notes_.begin(), notes_.end(), note);
    row.reference = number(static_cast<std::size_t>(known - notes_.begin()));
    row.note = note;
    if (known == notes_.end()) notes_.push_back(note);
}

std::vector<std::string> NumberedNotes::in_words() const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < notes_.size(); ++i) words.push_back(number(i) + " " + notes_[i]);
    return words;
}

}  // namespace provenu::report
