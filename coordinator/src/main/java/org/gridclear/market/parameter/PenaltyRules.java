package org.gridclear.market.parameter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.market.Penalties;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.study.Yaml;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * The penalties of a market, by version: what it costs to relax a constraint, in the place of those
 * of the network version.
 *
 * @param store where they are kept
 */
public record PenaltyRules(PieceStore store) {
  /** What they are among the pieces of a market. */
  public static final PieceVersion.Key KEY = new PieceVersion.Key("penalties", "");

  private static final String ADVICE = "Give balanceYuanPerMwh and the others.";

  /**
   * Penalties and their version.
   *
   * @param penalties what holds
   * @param version since when, and who set them
   */
  public record InForce(Penalties penalties, PieceVersion version) {}

  /** The penalties that hold at a time; empty for those of each network version. */
  public Optional<InForce> at(Instant time) {
    return store
        .inForce(KEY, time)
        .map(
            version ->
                new InForce(
                    read(store.content(version), "penalties version " + version.version()),
                    version));
  }

  /**
   * Reads penalties, YAML or JSON: all six, each above 0.
   *
   * @throws InvalidInputException with every issue
   */
  public static Penalties read(byte[] content, String name) {
    IssueLog log = new IssueLog(name);
    var document = Yaml.parse(new String(content, StandardCharsets.UTF_8), log, ADVICE);
    log.throwIfErrors();
    JsonFields f = new JsonFields(document, "penalties", log);
    Penalties penalties =
        new Penalties(
            price(f, "balanceYuanPerMwh", log),
            price(f, "reserveYuanPerMwh", log),
            price(f, "contingencyYuanPerMwh", log),
            price(f, "thermalYuanPerMwh", log),
            price(f, "flowgateYuanPerMwh", log),
            price(f, "scheduleYuanPerMwh", log));
    f.done();
    log.throwIfErrors();
    return penalties;
  }

  private static double price(JsonFields f, String field, IssueLog log) {
    double price = f.number(field);
    if (f.has(field) && !(price > 0)) {
      log.add(Rule.FIELD_TYPE, f.element(), field, price, "Give yuan/MWh above 0.");
    }
    return price;
  }

  /** The penalties as JSON; the same ones are the same bytes. */
  public static byte[] write(Penalties penalties) {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(penalties);
  }
}
