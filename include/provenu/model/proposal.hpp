#pragma once

#include <optional>
#include <string>
#include <vector>

#include "provenu/model/input.hpp"
#include "provenu/model/line.hpp"
#include "provenu/model/paper.hpp"
#include "provenu/model/policy.hpp"
#include "provenu/model/value.hpp"

namespace provenu::model {

enum class Language { danish, english };

/// A figure the committee wants to see beside the table: cost per place, per citizen.
struct KeyFigure {
    Placed<std::string> id;
    Text label;
    Value value;
    std::string note;
};

/// What the paper prints, for the audit to hold against the model.
struct Printed {
    struct Claim {
        std::string says;
        Value value;
        Value is;
        std::string written;  ///< `value` as it stands in the file: its last digit says how exact it is
    };
    std::optional<Placed<std::string>> table;  ///< path of a CSV file or workbook
    std::string sheet;                         ///< of a workbook; empty: the first with a table
    std::optional<Value> payback_service;
    std::optional<Value> payback_total;
    std::vector<Claim> claims;
};

/// An add-on that a committee may take or leave: the lines that name it.
struct Option {
    Placed<std::string> id;
    Text label;
    bool included = false;  ///< in the table unless asked otherwise
    std::string note;
};

/// The scenario that has been applied to a proposal.
struct Applied {
    std::string id = "base";
    Text label;
    bool changes_nothing = false;  ///< none of its changes hits the proposal
};

/// A proposal as its author wrote it, with the shared files it uses laid underneath.
struct Proposal {
    Placed<std::string> id;
    Text title;
    Language language = Language::danish;
    std::string owner;
    Placed<quantity::Years> years;
    quantity::Money unit{3};
    Placed<int> price_level;                 ///< 0: not stated
    std::optional<Placed<int>> restated_to;  ///< the price level the table is shown in instead
    std::optional<Placed<int>> decided_in;   ///< the price level it is carried out in
    std::optional<quantity::Date> date;      ///< of the paper: what its indices must be valid at
    std::vector<Option> options;
    Applied scenario;
    std::vector<Input> inputs;
    std::vector<Budget> budgets;
    std::vector<Line> lines;  ///< both sections, in the file's order
    std::vector<Handover> handovers;
    std::vector<Correlation> correlations;  ///< of a pair once
    std::vector<KeyFigure> key_figures;
    Policies policies;
    std::optional<Printed> printed;
    std::vector<Text> notes;
    std::string source;
    Paper paper;
    bool names_lost = false;  ///< part of what defines names could not be read: one that is not here may be right all the same
};

}  // namespace provenu::model
