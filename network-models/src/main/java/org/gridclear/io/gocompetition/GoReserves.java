package org.gridclear.io.gocompetition;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.quantity.Series;
import org.gridclear.validate.Rule;

/**
 * Reserve zones. Their products meet each other's requirements in a cascade and depend on what is
 * cleared, which the case cannot say: requirements other than 0 are left out of the clearing, with
 * a warning each.
 */
final class GoReserves {
  private static final List<String> SHARES = List.of("REG_UP", "REG_DOWN", "SYN", "NSYN");
  private static final List<String> RAMPING = List.of("RAMPING_RESERVE_UP", "RAMPING_RESERVE_DOWN");
  private static final List<String> REACTIVE = List.of("REACT_UP", "REACT_DOWN");

  private final Elements elements;

  GoReserves(Elements elements) {
    this.elements = elements;
  }

  void check(JsonFields network, JsonFields input) {
    Map<String, JsonFields> active =
        elements.byUid(network, "active_zonal_reserve", "active reserve zone");
    active.forEach(
        (uid, fields) -> {
          SHARES.forEach(name -> required(fields, name, fields.number(name, 0)));
          costs(fields, uid, SHARES);
          costs(fields, uid, RAMPING);
          elements.rest(fields, "active reserve zone", uid);
        });
    series(input, "active_zonal_reserve", RAMPING, active.keySet());
    Map<String, JsonFields> reactive =
        elements.byUid(network, "reactive_zonal_reserve", "reactive reserve zone");
    reactive.forEach(
        (uid, fields) -> {
          costs(fields, uid, REACTIVE);
          elements.rest(fields, "reactive reserve zone", uid);
        });
    series(input, "reactive_zonal_reserve", REACTIVE, reactive.keySet());
  }

  private void series(JsonFields input, String list, List<String> products, Set<String> known) {
    Map<String, JsonFields> zones = elements.byUid(input, list, list.replace('_', ' ') + " series");
    zones.forEach(
        (uid, fields) -> {
          if (!known.contains(uid)) {
            elements
                .log()
                .add(
                    Rule.REFERENCE_EXISTS,
                    fields.element(),
                    "uid",
                    uid,
                    "network has no %s of that uid.".formatted(list));
          }
          for (String product : products) {
            Series values = fields.series(product, elements.periods(), 0);
            required(fields, product, values.max());
          }
          elements.rest(fields, "reserve series", uid);
        });
  }

  private void required(JsonFields fields, String product, double value) {
    if (value != 0) {
      elements
          .log()
          .add(
              Rule.NOT_CLEARED,
              fields.element(),
              product,
              value,
              "This reserve is left out of the clearing.");
    }
  }

  private void costs(JsonFields fields, String uid, List<String> products) {
    for (String product : products) {
      fields.unused(
          "reserve zone", uid, product + "_vio_cost", "The reserve is left out of the clearing.");
    }
  }
}
