#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/json_schema.hpp"
#include "cli/options.hpp"
#include "provenu/output/writers.hpp"

namespace provenu::cli {
namespace {

Status schema(const Asked& asked) {
    const auto kind = asked.value("KIND").value_or("proposal");
    return deliver(output::json(json_schema(kind, language_of_messages(asked))), asked);
}

}  // namespace

Command schema_command() {
    return {"schema",
            "JSON Schema of a kind of file, for completion and checking in an editor",
            "provenu schema -o proposal.schema.json",
            {{"KIND",
              "The kind of file (default: proposal)",
              false,
              false,
              Takes::text,
              {"proposal", "rates", "policy", "indices", "scenarios", "drivers"}}},
            {language_option(), output_option()},
            schema};
}

}  // namespace provenu::cli
