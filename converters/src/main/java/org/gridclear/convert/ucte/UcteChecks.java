package org.gridclear.convert.ucte;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.convert.ucte.UcteRecord.Column;
import org.gridclear.convert.ucte.UcteRecord.Kind;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** What a UCTE-DEF file has to hold, and what of it would be another network if it were read. */
public final class UcteChecks {
  private static final Column TYPE = new Column("node type", 24, 25);
  private static final Column VOLTAGE = new Column("voltage", 26, 32);
  private static final List<Column> INJECTIONS =
      List.of(
          new Column("active load", 33, 40),
          new Column("reactive load", 41, 48),
          new Column("active generation", 49, 56),
          new Column("reactive generation", 57, 64));
  private static final int ANGLE_AND_REACTIVE = 1;
  private static final int HOLDS_VOLTAGE = 2;

  private static final Column STATUS = new Column("status", 20, 21);
  private static final Set<Double> COUPLER = Set.of(2.0, 7.0);
  private static final List<Column> LINE =
      List.of(
          new Column("resistance", 22, 28),
          new Column("reactance", 29, 35),
          new Column("susceptance", 36, 44));
  private static final List<Column> TRANSFORMER =
      List.of(
          new Column("resistance", 40, 46),
          new Column("reactance", 47, 53),
          new Column("susceptance", 54, 62));
  private static final List<Column> RATED =
      List.of(new Column("rated voltage 1", 22, 27), new Column("rated voltage 2", 28, 33));

  private final UcteDocument document;
  private final IssueLog log;
  private final Set<String> nodes = new HashSet<>();

  private UcteChecks(UcteDocument document, IssueLog log) {
    this.document = document;
    this.log = log;
  }

  /** Adds an issue for everything that cannot be read as it stands. */
  public static void check(UcteDocument document, IssueLog log) {
    UcteChecks checks = new UcteChecks(document, log);
    document.all(Kind.NODE).forEach(node -> checks.nodes.add(node.id()));
    for (Kind kind : List.of(Kind.NODE, Kind.LINE, Kind.TRANSFORMER, Kind.REGULATION)) {
      checks.once(document.all(kind));
    }
    document.all(Kind.NODE).forEach(checks::node);
    document.elements().forEach(checks::element);
    checks.regulated();
    checks.borders();
    document.all(Kind.SPECIAL).forEach(checks::special);
  }

  private void once(List<UcteRecord> records) {
    Set<String> seen = new HashSet<>();
    for (UcteRecord each : records) {
      if (!seen.add(each.id())) {
        log.add(Rule.ID_UNIQUE, each.said(), "record", each.id(), "It is given twice.");
      }
    }
  }

  private void node(UcteRecord node) {
    Double type = node.mandatory(TYPE, log);
    if (type != null && type == ANGLE_AND_REACTIVE) {
      log.add(
          Rule.FIELD_KNOWN,
          node.said(),
          TYPE.name(),
          ANGLE_AND_REACTIVE,
          "Nodes that keep angle and reactive power are not read: make it 0, 2 or 3.");
    }
    boolean holds = type != null && type >= HOLDS_VOLTAGE;
    if (holds && !UcteDocument.atBorder(node.id())) {
      positive(node, VOLTAGE);
    }
  }

  private void positive(UcteRecord each, Column column) {
    Double value = each.mandatory(column, log);
    if (value != null && value <= 0) {
      log.add(Rule.FIELD_TYPE, each.said(), column.name(), value, "Give kV above 0.");
    }
  }

  private void element(UcteRecord element) {
    log.reference(element.said(), "node 1", element.first(), nodes);
    log.reference(element.said(), "node 2", element.second(), nodes);
    boolean line = element.kind() == Kind.LINE;
    Double status = element.mandatory(STATUS, log);
    if (line && status != null && COUPLER.contains(status)) {
      return;
    }
    for (Column impedance : line ? LINE : TRANSFORMER) {
      element.mandatory(impedance, log);
    }
    if (!line) {
      RATED.forEach(rated -> positive(element, rated));
    }
  }

  private void regulated() {
    List<String> transformers =
        document.all(Kind.TRANSFORMER).stream().map(UcteRecord::id).toList();
    for (UcteRecord each : document.all(Kind.REGULATION)) {
      log.reference(each.said(), "transformer", each.id(), transformers);
    }
  }

  /** PowSyBl makes one line of two that meet at a border, and drops what is put in between. */
  private void borders() {
    List<String> ends = new ArrayList<>();
    for (UcteRecord element : document.elements()) {
      ends.add(element.first());
      ends.add(element.second());
    }
    for (UcteRecord node : document.all(Kind.NODE)) {
      Column given = injection(node);
      if (given != null
          && UcteDocument.atBorder(node.id())
          && ends.stream().filter(node.id()::equals).count() > 1) {
        log.add(
            Rule.FIELD_KNOWN,
            node.said(),
            given.name(),
            node.cut(given.from(), given.to()),
            "Lines of both sides meet there: put it to another node, or 0.");
      }
    }
  }

  private @Nullable Column injection(UcteRecord node) {
    for (Column column : INJECTIONS) {
      Double value = node.number(column, log);
      if (value != null && value != 0) {
        return column;
      }
    }
    return null;
  }

  private void special(UcteRecord each) {
    log.add(
        Rule.FIELD_KNOWN,
        each.said(),
        "record",
        "given",
        "Impedances by tap (##TT) are not read: put those of the tap into ##T and leave it out.");
  }
}
