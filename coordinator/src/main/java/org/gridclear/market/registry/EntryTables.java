package org.gridclear.market.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gridclear.market.registry.ContractCurves.Curve;
import org.gridclear.market.registry.MarketRegistry.Version;
import org.gridclear.settlement.registration.EntryCodec;
import org.gridclear.settlement.registration.EntryField;
import org.gridclear.settlement.registration.EntryField.Shape;
import org.gridclear.settlement.registration.EntryFields;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.table.Column;
import org.gridclear.table.Column.Type;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** The registry as tables. */
public final class EntryTables {
  private static final int MINUTES_PER_DAY = 1440;

  private EntryTables() {}

  /** Records of one kind. */
  public static Table records(EntryKind kind, Collection<? extends Entry> entries) {
    List<Column> columns = EntryFields.of(kind).stream().map(EntryTables::column).toList();
    List<Object[]> rows = new ArrayList<>();
    for (Entry entry : entries) {
      rows.add(row(entry));
    }
    return new Table(kind.label(), "A record and the days on which it holds.", columns, rows);
  }

  private static Object[] row(Entry entry) {
    Map<String, String> cells = EntryCodec.cells(entry);
    return EntryFields.of(entry.kind()).stream()
        .map(field -> cell(field, cells.get(field.name())))
        .toArray();
  }

  private static Column column(EntryField field) {
    String unit = type(field) == Type.MONEY ? "yuan/MWh" : "";
    return new Column(field.name(), type(field), field.words(), unit);
  }

  /** Numbers are exact, or texts. */
  private static Type type(EntryField field) {
    if (field.shape() == Shape.DATE && !field.list()) {
      return Type.DATE;
    }
    if (field.shape() != Shape.NUMBER || field.list()) {
      return Type.TEXT;
    }
    return switch (field.amount().decimals()) {
      case 0 -> Type.WHOLE;
      case 4 -> Type.QUANTITY;
      default -> field.name().startsWith("yuan") ? Type.MONEY : Type.TEXT;
    };
  }

  private static @Nullable Object cell(EntryField field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (type(field)) {
      case DATE -> LocalDate.parse(text);
      case WHOLE -> Long.valueOf(text);
      case QUANTITY -> new BigDecimal(text).setScale(4);
      case MONEY -> new BigDecimal(text).setScale(3);
      default -> text;
    };
  }

  /** How many things and records of each kind there are. */
  public static Table counts(RegistryState state, Collection<? extends Entry> entries) {
    Table.Rows rows =
        new Table.Rows(
            "registry",
            "A kind of records.",
            Column.text("kind", "What the records are of."),
            Column.whole("things", "Ids that are or were registered."),
            Column.whole("records", "Records that are shown."));
    for (EntryKind kind : EntryKind.values()) {
      long count = entries.stream().filter(entry -> entry.kind() == kind).count();
      rows.add(kind.label(), state.of(kind).size(), count);
    }
    return rows.table();
  }

  /** Proposals, one a row. */
  public static Table proposals(Collection<Proposal> proposals, ZoneId zone) {
    Table.Rows rows =
        new Table.Rows(
            "proposals",
            "A proposal.",
            Column.whole("number", "Its number."),
            Column.text("state", "open, approved or rejected."),
            Column.text("by", "Who proposed it."),
            new Column("at", Type.TIME, "When, in the market's zone of time."),
            Column.whole("changes", "How many changes it has."),
            Column.text("note", "Why."),
            Column.text("reviewedBy", "Who reviewed it; empty while it is open."),
            new Column("reviewedAt", Type.TIME, "When; empty while it is open."),
            Column.text("reason", "What the reviewer says."),
            Column.whole("revision", "Revision of the registry that it made; empty if none."));
    for (Proposal p : proposals) {
      rows.add(
          p.number(),
          p.state(),
          p.by(),
          local(p.at(), zone),
          p.changes().size(),
          p.note(),
          p.review().map(Proposal.Review::by).orElse(null),
          p.review().map(done -> local(done.at(), zone)).orElse(null),
          p.review().map(Proposal.Review::reason).orElse(null),
          p.review().flatMap(done -> done.revision().stream().boxed().findFirst()).orElse(null));
    }
    return rows.table();
  }

  private static LocalDateTime local(OffsetDateTime time, ZoneId zone) {
    return LocalDateTime.ofInstant(time.toInstant(), zone);
  }

  /** Every record that a thing ever had, with who proposed and approved it. */
  public static Table history(EntryKind kind, List<Version> versions, ZoneId zone) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.whole("revision", "Revision since which its records are these."));
    columns.add(Column.flag("replaced", "Whether a later revision has others."));
    columns.add(Column.text("proposedBy", "Who proposed it."));
    columns.add(Column.text("approvedBy", "Who approved it."));
    columns.add(new Column("approvedAt", Type.TIME, "When, in the market's zone of time."));
    columns.add(Column.whole("proposal", "Number of the proposal."));
    EntryFields.of(kind).forEach(field -> columns.add(column(field)));
    List<Object[]> rows = new ArrayList<>();
    for (Version version : versions) {
      Proposal.Review review = version.proposal().review().orElseThrow();
      List<Object> cells = new ArrayList<>();
      cells.add(review.revision().getAsLong());
      cells.add(version.replaced());
      cells.add(version.proposal().by());
      cells.add(review.by());
      cells.add(local(review.at(), zone));
      cells.add(version.proposal().number());
      cells.addAll(java.util.Arrays.asList(row(version.entry())));
      rows.add(cells.toArray());
    }
    return new Table("history", "A record of one revision.", columns, rows);
  }

  /** Curves of contracts: buyer, seller, time, power and price (O-25). */
  public static Table curves(Collection<Curve> curves, java.time.YearMonth month) {
    List<Column> columns =
        List.of(
            Column.text("contract", "Id of the contract."),
            Column.text("buyer", "Entity that buys."),
            Column.text("seller", "Entity that sells."),
            new Column("start", Type.TIME, "Start of the interval."),
            new Column("mwh", Type.QUANTITY, "Energy of the interval."),
            new Column("mw", Type.QUANTITY, "Mean power of the interval."),
            new Column("yuanPerMwh", Type.MONEY, "Price.", "yuan/MWh"));
    List<Object[]> rows = new ArrayList<>();
    for (Curve curve : curves) {
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        if (curve.contract().validity().on(month.atDay(day))) {
          day(curve, month.atDay(day), curve.mwh()[day - 1], rows);
        }
      }
    }
    return new Table("curves", "An interval of a contract.", columns, rows);
  }

  private static void day(Curve curve, LocalDate day, long[] mwh, List<Object[]> rows) {
    for (int k = 0; k < mwh.length; k++) {
      rows.add(
          new Object[] {
            curve.contract().id(),
            curve.contract().parties().buyer(),
            curve.contract().parties().seller(),
            day.atStartOfDay().plusMinutes((long) k * MINUTES_PER_DAY / mwh.length),
            BigDecimal.valueOf(mwh[k], 4),
            BigDecimal.valueOf(mwh[k] * mwh.length / 24, 4),
            BigDecimal.valueOf(curve.yuanPerMwh(), 3)
          });
    }
  }
}
