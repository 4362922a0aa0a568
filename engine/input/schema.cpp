#include "provenu/input/schema.hpp"

#include "input/drivers.hpp"
#include "input/evidence.hpp"
#include "input/funding.hpp"
#include "input/indices.hpp"
#include "input/inputs.hpp"
#include "input/line.hpp"
#include "input/measure.hpp"
#include "input/paper.hpp"
#include "input/payers.hpp"
#include "input/policy.hpp"
#include "input/proposal.hpp"
#include "input/range.hpp"
#include "input/rates.hpp"
#include "input/scenarios.hpp"
#include "input/stock.hpp"
#include "input/timing.hpp"

namespace provenu::input {

std::vector<SchemaBlock> schema_blocks() {
    return {proposal_fields().schema,
            rate_card_fields().schema,
            policy_fields().schema,
            line_fields().schema,
            part_fields().schema,
            measure_fields().schema,
            priced_fields().schema,
            ramp_fields().schema,
            handover_fields().schema,
            side_fields().schema,
            input_fields().schema,
            stock_fields().schema,
            initial_fields().schema,
            rate_fields().schema,
            range_fields().schema,
            bell_fields().schema,
            correlation_fields().schema,
            budget_fields().schema,
            key_figure_fields().schema,
            printed_fields().schema,
            claim_fields().schema,
            printed_payback_fields().schema,
            discount_fields().schema,
            schedule_fields().schema,
            area_fields().schema,
            table_fields().schema,
            label_fields().schema,
            scenario_file_fields().schema,
            scenario_fields().schema,
            change_fields().schema,
            selector_fields().schema,
            option_fields().schema,
            index_file_fields().schema,
            index_fields().schema,
            percentage_fields().schema,
            payer_fields().schema,
            payer_share_fields().schema,
            frame_fields().schema,
            drivers_fields().schema,
            driver_fields().schema,
            driver_area_fields().schema,
            driver_revision_fields().schema,
            driver_budget_fields().schema,
            driver_level_fields().schema,
            driver_expected_fields().schema,
            driver_so_far_fields().schema,
            grade_fields().schema,
            bias_type_fields().schema,
            follow_up_fields().schema,
            risk_fields().schema,
            hazard_fields().schema,
            heard_fields().schema,
            administration_fields().schema};
}

}  // namespace provenu::input
