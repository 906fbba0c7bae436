package org.gridclear.market.publication;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.series.SeriesKind;
import org.gridclear.market.store.ContentStore;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Subject;
import org.gridclear.table.RowRange;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * The rows of a publication, cut to whom they are for. A version of a day never changes and a table
 * of a date is frozen, so the same publication has the same rows whenever it is asked for.
 */
final class PublishedRows {
  private final DayStore days;
  private final ContentStore content;

  PublishedRows(DayStore days, ContentStore content) {
    this.days = days;
    this.content = content;
  }

  /** Whether every row of a kind of results belongs to somebody. */
  static boolean owned(ResultKind kind) {
    return switch (kind) {
      case UNITS, COMMITMENT, OFFERS, LOADS, STORAGE -> true;
      case PRICES, ZONE_PRICES, RESERVES, FLOWS, SHADOW_PRICES, SECURITY, BALANCE -> false;
    };
  }

  /** Whether a series is of something that belongs to somebody. */
  static boolean owned(SeriesKind kind) {
    return switch (kind.subject()) {
      case UNIT, USER, METER, CONTRACT -> true;
      case SYSTEM, BUS, ZONE, INTERCHANGE, BRANCH, INTERFACE, RESERVE -> false;
    };
  }

  /**
   * What is to be published, before it is.
   *
   * @param contentHash of the block of results, or of the frozen table
   * @param owners members that own something of it
   */
  record Prepared(String contentHash, Set<String> owners) {}

  /**
   * Results of a version.
   *
   * @throws UnknownNameException if they lack a column that is given
   */
  Prepared prepare(PublicationKind kind, DayVersion version) {
    ResultKind of = ((Source.Result) kind.source()).kind();
    ResultBlock block = days.block(version, of, Selection.ALL).orElseThrow();
    BlockLayout layout = block.layout();
    List<String> columns = new ArrayList<>(List.of("date", "cycle", "version", "period", "time"));
    columns.addAll(layout.keys());
    layout.columns().forEach(column -> columns.add(column.name()));
    requireColumns(kind, columns);
    Set<String> owners = new TreeSet<>();
    int owner = layout.key("owner");
    if (owner >= 0) {
      layout.elements().forEach(element -> owners.add(element.get(owner)));
      owners.remove("");
    }
    return new Prepared(Objects.requireNonNull(version.blocks().get(of)), owners);
  }

  /** A table of a date; it is frozen here. */
  Prepared prepare(PublicationKind kind, FrozenTable frozen) {
    requireColumns(kind, frozen.table().columns().stream().map(each -> each.name()).toList());
    return new Prepared(content.put(frozen.bytes()), frozen.owners());
  }

  private static void requireColumns(PublicationKind kind, List<String> there) {
    for (String column : kind.columns()) {
      if (!there.contains(column)) {
        throw new UnknownNameException("column of " + kind.id(), column, there);
      }
    }
  }

  /**
   * The rows for a recipient.
   *
   * @param scope zones and markets that the account sees; its members do not count here
   */
  Table table(PublicationKind kind, PublicationRow row, Recipient recipient, Scope scope) {
    Table all =
        kind.source() instanceof Source.Result result
            ? results(kind, result.kind(), row.subject(), recipient, scope)
            : dated(kind, row.contentHash(), recipient, scope);
    return columns(all, kind);
  }

  /**
   * Whether an account sees anything of a publication: one that sees some zones alone sees nothing
   * of what lies in no zone.
   */
  boolean sees(PublicationKind kind, PublicationRow row, Recipient recipient, Scope scope) {
    if (!kind.tells(recipient)) {
      return false;
    }
    if (kind.source() instanceof Source.Result result) {
      return viewer(kind, recipient, scope).sees(row.subject().market(), result.kind());
    }
    if (kind.source() instanceof Source.Notice) {
      return !scope.isNothing();
    }
    boolean ofZones =
        kind.source() instanceof Source.Series series
            && series.kind().subject() == SeriesKind.Subject.ZONE;
    return scope.markets().all() && (ofZones || scope.zones().all());
  }

  private Table results(
      PublicationKind kind, ResultKind of, Subject subject, Recipient recipient, Scope scope) {
    DayQuery query =
        DayQuery.of(DayKey.market(subject.market()), subject.date(), subject.date())
            .cycle(subject.cycle())
            .version(subject.version());
    Viewer viewer = viewer(kind, recipient, scope);
    return new ResultService(days).rows(viewer, query, of, RowRange.ALL).table();
  }

  private static Viewer viewer(PublicationKind kind, Recipient recipient, Scope scope) {
    Set<Right> rights = EnumSet.noneOf(Right.class);
    boolean all = seesAll(kind, recipient);
    if (all || kind.audience().contains(Audience.PUBLIC)) {
      rights.add(Right.READ_MARKET);
    }
    Scope.Part members = Scope.Part.ALL;
    if (all) {
      rights.add(Right.READ_OWN);
    } else if (recipient instanceof Recipient.OfMember member
        && kind.audience().contains(Audience.OWN_MEMBER)) {
      rights.add(Right.READ_OWN);
      members = Scope.Part.of(Set.of(member.id()));
    }
    return new Viewer(new Scope(members, scope.zones(), scope.markets()), rights);
  }

  private static boolean seesAll(PublicationKind kind, Recipient recipient) {
    return recipient instanceof Recipient.Operator
        || recipient instanceof Recipient.Regulator && kind.audience().contains(Audience.REGULATOR);
  }

  private Table dated(PublicationKind kind, String hash, Recipient recipient, Scope scope) {
    FrozenTable frozen = FrozenTable.read(content.get(hash));
    Table table = frozen.table();
    if (kind.source() instanceof Source.Notice) {
      return table;
    }
    List<Object[]> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Set<String> members = frozen.members().get(r);
      String zone = frozen.zones().get(r);
      boolean placed = zone.isEmpty() ? scope.zones().all() : scope.seesZone(zone);
      if (placed && sees(kind, recipient, members)) {
        rows.add(table.rows().get(r));
      }
    }
    return new Table(table.name(), table.description(), table.columns(), rows);
  }

  private static boolean sees(PublicationKind kind, Recipient recipient, Set<String> members) {
    if (seesAll(kind, recipient)) {
      return true;
    }
    if (members.isEmpty()) {
      return kind.audience().contains(Audience.PUBLIC);
    }
    return kind.audience().contains(Audience.OWN_MEMBER)
        && recipient instanceof Recipient.OfMember member
        && members.contains(member.id());
  }

  private static Table columns(Table table, PublicationKind kind) {
    if (kind.columns().isEmpty()) {
      return table;
    }
    int[] at = kind.columns().stream().mapToInt(table::indexOf).filter(c -> c >= 0).toArray();
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : table.rows()) {
      Object[] cells = new Object[at.length];
      for (int c = 0; c < at.length; c++) {
        cells[c] = row[at[c]];
      }
      rows.add(cells);
    }
    List<org.gridclear.table.Column> columns = new ArrayList<>();
    for (int c : at) {
      columns.add(table.columns().get(c));
    }
    return new Table(table.name(), table.description(), columns, rows);
  }
}
