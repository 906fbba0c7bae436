package org.gridclear.market.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridclear.json.Json;
import org.gridclear.market.store.declaration.StoredDeclaration;
import org.gridclear.market.store.declaration.StoredRefusal;

/** What is kept under the number of a receipt or of a refusal. */
public final class KeptAnswer {
  private KeptAnswer() {}

  /**
   * A receipt with what was declared, or a refusal with its reasons, as it is sent.
   *
   * @return nothing if there is none of the market that the declarant sees
   */
  public static Optional<Map<String, Object>> of(
      DeclarationDesk desk, Declarant by, String market, long number) {
    return desk.find(by, number)
        .filter(each -> each.market().equals(market))
        .map(KeptAnswer::fields)
        .or(
            () ->
                desk.findRefusal(by, number)
                    .filter(each -> each.market().equals(market))
                    .map(KeptAnswer::fields));
  }

  private static Map<String, Object> fields(StoredDeclaration declaration) {
    Map<String, Object> fields = Outcome.Receipt.of(declaration).fields();
    fields.put("declaration", Json.MAPPER.readTree(declaration.content()));
    return fields;
  }

  private static Map<String, Object> fields(StoredRefusal refusal) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("refusal", refusal.number());
    fields.put("market", refusal.market());
    fields.put("date", refusal.date().orElse(null));
    fields.put("unit", refusal.unit());
    fields.put("member", refusal.member());
    fields.put("arrivedAt", refusal.arrivedAt());
    fields.put("by", refusal.madeBy());
    fields.put("reasons", refusal.reasons().lines().toList());
    return fields;
  }
}
