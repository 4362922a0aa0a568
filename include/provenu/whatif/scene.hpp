#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "provenu/diag/diagnostic.hpp"
#include "provenu/model/proposal.hpp"
#include "provenu/model/scenario.hpp"

namespace provenu::whatif {

/// A scenario ready to be applied to any proposal.
struct Scene {
    model::Applied name;
    std::vector<model::Change> changes;
    std::vector<model::SwitchOption> switched;  ///< options that are switched besides; among the changes too
    /// Whether a change that hits none of the proposals is a mistake, or only a note: of the program's own scenarios, which are
    /// for all sorts of proposals, when nobody has named them.
    bool must_hit = true;
};

/// The proposal as it is.
Scene as_proposed();

/// The scenario of that id; an unknown one is an error with the nearest.
diag::Result<Scene> scene_of(const model::ScenarioFile& file, std::string_view id);

/// Every scenario of the file, in its order.
diag::Result<std::vector<Scene>> scenes_of(const model::ScenarioFile& file);

/// The scene with every other combination of options taken and left; where all of them would be more than `most`, each option
/// switched alone and all of them taken. Their ids are like `base+evening+weekend`, `base-evening`.
std::vector<Scene> combinations(const Scene& scene, const std::vector<model::Option>& options, std::size_t most);

/// The scene with some options switched besides.
Scene with_options(Scene scene, const std::vector<model::SwitchOption>& switched);

/// What the scene is called of a proposal: its own label, and the options switched by theirs: `+ Open in the evenings`.
model::Text label_of(const Scene& scene, const model::Proposal& proposal);

}  // namespace provenu::whatif
