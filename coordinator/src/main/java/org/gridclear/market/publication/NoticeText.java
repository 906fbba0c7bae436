package org.gridclear.market.publication;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gridclear.market.publication.Notices.Shown;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.store.publication.MessageRow;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/** Notices by named fields and as tables. */
public final class NoticeText {
  private NoticeText() {}

  /** A notice; what is not there is null. */
  public static Map<String, Object> fields(Shown shown) {
    Notice notice = shown.notice();
    Map<String, Object> fields = new LinkedHashMap<>(MessageText.fields(shown.row()));
    fields.put(
        "replacedBy", shown.replacedBy().isPresent() ? shown.replacedBy().getAsLong() : null);
    fields.put("title", notice.title());
    fields.put("titleZh", notice.titleZh());
    fields.put("text", notice.text());
    fields.put("textZh", notice.textZh());
    fields.put("from", notice.from().toString());
    fields.put("to", notice.to().map(Instant::toString).orElse(null));
    fields.put("audience", List.copyOf(new TreeSet<>(notice.audience())));
    fields.put(
        "papers",
        notice.papers().stream()
            .map(paper -> Map.of("name", paper.name(), "sha256", paper.hash()))
            .toList());
    return fields;
  }

  /** Notices. */
  public static Table table(List<Shown> notices, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "notices",
            "A notice to the market.",
            Column.whole("publication", "Its number."),
            Column.text("action", "PUBLISHED, CORRECTED or WITHDRAWN."),
            Column.text("title", "In one line."),
            Column.text("from", "From when it holds, on the market's clock."),
            Column.text("to", "Until when; empty for no end."),
            Column.text("audience", "Who is told."),
            Column.text("papers", "What is attached."),
            Column.whole("replacedBy", "The publication that corrects or withdraws it."));
    for (Shown shown : notices) {
      Notice notice = shown.notice();
      rows.add(
          shown.row().number(),
          shown.row().action().name(),
          notice.title(),
          clock.show(notice.from()),
          notice.to().map(clock::show).orElse(""),
          String.join(" ", new TreeSet<>(notice.audience())),
          String.join(", ", notice.papers().stream().map(Notice.Paper::name).toList()),
          shown.replacedBy().isPresent() ? (Object) shown.replacedBy().getAsLong() : null);
    }
    return rows.table();
  }

  /** Who was told and who has read. */
  public static Table receipts(List<MessageRow> messages, MarketClock clock) {
    Table.Rows rows =
        new Table.Rows(
            "receipts",
            "Somebody who was told.",
            Column.text("recipient", "Who."),
            Column.whole("message", "Number of the message."),
            Column.text("readAt", "When it was acknowledged; empty while it is not."),
            Column.text("readBy", "Account that did."));
    for (MessageRow message : messages) {
      rows.add(
          message.recipient(),
          message.number(),
          message.acknowledged().map(each -> clock.show(each.at())).orElse(""),
          message.acknowledged().map(each -> each.by()).orElse(""));
    }
    return rows.table();
  }
}
