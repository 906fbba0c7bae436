package org.gridclear.web.market.publishing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridclear.market.publication.MessageText;
import org.gridclear.market.publication.Publishing.Outcome;

/** What came of publishing, as answers have it. */
final class OutcomeText {
  private OutcomeText() {}

  static List<Map<String, Object>> fields(List<Outcome> outcomes) {
    return outcomes.stream().map(OutcomeText::fields).toList();
  }

  static Map<String, Object> fields(Outcome outcome) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", outcome.kind());
    fields.put("subject", outcome.subject().text());
    fields.put("publication", outcome.published().map(MessageText::fields).orElse(null));
    fields.put("messages", outcome.told());
    fields.put("remark", outcome.remark());
    return fields;
  }
}
