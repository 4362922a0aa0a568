#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "provenu/model/proposal.hpp"

namespace provenu::risk {

/// Which amounts of a proposal are turned together.
struct Turned {
    std::function<bool(const model::Line& line, const model::Component& component)> component;
    std::function<bool(const model::Handover& handover, model::Section side)> side;
};

/// What a lever's id stands for; none where it is no line's, no handover's and no joint one.
std::optional<Turned> turned_by(const model::Proposal& proposal, const std::string& id);

/// Whether lines that are not turned themselves follow some that are.
bool has_followers(const model::Proposal& proposal, const Turned& turned);

/// Multiplies what is turned. A share of a line that is turned as a whole is turned with it, and not once more.
void multiply(model::Proposal& proposal, const Turned& turned, const model::Value& factor);

}  // namespace provenu::risk
