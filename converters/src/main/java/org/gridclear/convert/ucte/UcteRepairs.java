package org.gridclear.convert.ucte;

import com.powsybl.ucte.network.UcteAngleRegulation;
import com.powsybl.ucte.network.UcteElement;
import com.powsybl.ucte.network.UcteNetwork;
import com.powsybl.ucte.network.UcteNode;
import com.powsybl.ucte.network.UctePhaseRegulation;
import com.powsybl.ucte.network.UcteRegulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.gridclear.convert.ucte.UcteRecord.Column;
import org.gridclear.convert.ucte.UcteRecord.Kind;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/** What PowSyBl 6.8 changes in records as it reads them, with a line of its log alone. */
public final class UcteRepairs {
  private static final String TAKEN = "It is taken as %s.";
  private static final String MOVED =
      "Limits the wrong way round are exchanged, and moved to what the node gives.";
  private static final double NO_LIMIT = 9999;

  /** A field of a node and what PowSyBl makes of it. */
  private record Changed(Column column, ToDoubleFunction<UcteNode> after) {}

  private static final List<Changed> NODE =
      List.of(
          changed("active generation", 49, UcteNode::getActivePowerGeneration),
          changed("reactive generation", 57, UcteNode::getReactivePowerGeneration),
          changed(
              "least active generation", 65, UcteNode::getMinimumPermissibleActivePowerGeneration),
          changed(
              "greatest active generation",
              73,
              UcteNode::getMaximumPermissibleActivePowerGeneration),
          changed(
              "least reactive generation",
              81,
              UcteNode::getMinimumPermissibleReactivePowerGeneration),
          changed(
              "greatest reactive generation",
              89,
              UcteNode::getMaximumPermissibleReactivePowerGeneration));
  private static final int POWER_LENGTH = 7;

  private static final Column DU = new Column("phase regulation, step", 20, 25);
  private static final Column N = new Column("phase regulation, n", 26, 28);
  private static final Column TAP = new Column("phase regulation, n'", 29, 32);
  private static final Column U = new Column("phase regulation, U", 33, 38);
  private static final Column ANGLE_DU = new Column("angle regulation, step", 39, 44);
  private static final Column ANGLE_N = new Column("angle regulation, n", 51, 53);
  private static final Column ANGLE_TAP = new Column("angle regulation, n'", 54, 57);
  private static final Column P = new Column("angle regulation, P", 58, 63);
  private static final int PHASE_END = 38;
  private static final int ANGLE_END = 68;

  private final IssueLog log;

  private UcteRepairs(IssueLog log) {
    this.log = log;
  }

  private static Changed changed(String name, int from, ToDoubleFunction<UcteNode> after) {
    return new Changed(new Column(name, from, from + POWER_LENGTH), after);
  }

  /**
   * Notices every change; refuses where a transformer would lose its tap.
   *
   * @param document the file as it stands
   * @param network what PowSyBl made of it
   */
  public static void notice(UcteDocument document, UcteNetwork network, IssueLog log) {
    UcteRepairs repairs = new UcteRepairs(log);
    Map<String, UcteNode> nodes = new HashMap<>();
    network.getNodes().forEach(node -> nodes.put(node.getCode().toString().strip(), node));
    Map<String, UcteElement> elements = new HashMap<>();
    network.getLines().forEach(line -> elements.put(line.getId().toString(), line));
    for (UcteRecord node : document.all(Kind.NODE)) {
      UcteNode after = nodes.get(node.id());
      if (after != null && after.isGenerator()) {
        NODE.forEach(
            each -> repairs.compare(node, each.column(), each.after().applyAsDouble(after)));
      }
    }
    for (UcteRecord line : document.all(Kind.LINE)) {
      repairs.line(line, elements.get(line.id()));
    }
    elements.clear();
    network.getTransformers().forEach(each -> elements.put(each.getId().toString(), each));
    for (UcteRecord transformer : document.all(Kind.TRANSFORMER)) {
      repairs.transformer(transformer, elements.get(transformer.id()));
    }
    Map<String, UcteRegulation> regulations = new HashMap<>();
    network.getRegulations().forEach(each -> regulations.put(each.getTransfoId().toString(), each));
    for (UcteRecord each : document.all(Kind.REGULATION)) {
      repairs.regulation(each, regulations.get(each.id()));
    }
  }

  private void compare(UcteRecord record, Column column, double after) {
    Double before = record.number(column, log);
    if (!Double.isNaN(after) && (before == null || before != after)) {
      boolean byDefault = before == null || Math.abs(after) == NO_LIMIT || Math.abs(after) < 1;
      Object value = before == null ? "blank" : before;
      say(record, column, value, byDefault ? TAKEN.formatted(after) : MOVED);
    }
  }

  private void say(UcteRecord record, Column column, Object value, String effect) {
    log.notice(Rule.TAKEN_AS, record.kind().said(), record.id(), column.name(), value, effect);
  }

  private void line(UcteRecord line, @Nullable UcteElement after) {
    if (after == null) {
      return;
    }
    Column reactance = new Column("reactance", 29, 35);
    if (isCoupler(after)) {
      boolean atBorder =
          UcteDocument.atBorder(line.first()) || UcteDocument.atBorder(line.second());
      for (Column impedance :
          List.of(new Column("resistance", 22, 28), reactance, new Column("susceptance", 36, 44))) {
        Double value = line.number(impedance, log);
        if (!atBorder && value != null && value != 0) {
          say(line, impedance, value, "The nodes of a coupler are one bus.");
        }
      }
      return;
    }
    compare(line, reactance, after.getReactance());
    limit(line, new Column("current limit", 45, 51));
  }

  private static boolean isCoupler(UcteElement line) {
    return switch (line.getStatus()) {
      case BUSBAR_COUPLER_IN_OPERATION, BUSBAR_COUPLER_OUT_OF_OPERATION -> true;
      default -> false;
    };
  }

  private void transformer(UcteRecord transformer, @Nullable UcteElement after) {
    if (after == null) {
      return;
    }
    compare(transformer, new Column("reactance", 47, 53), after.getReactance());
    blank(transformer, new Column("conductance", 63, 69));
    limit(transformer, new Column("current limit", 70, 76));
    if (UcteDocument.atBorder(transformer.first()) || UcteDocument.atBorder(transformer.second())) {
      log.notice(
          Rule.TAKEN_AS,
          transformer.kind().said(),
          transformer.id(),
          "node",
          "at a border",
          "0.05 ohm stand between it and the border.");
    }
  }

  private void blank(UcteRecord record, Column column) {
    if (record.number(column, log) == null) {
      say(record, column, "blank", TAKEN.formatted(0));
    }
  }

  private void limit(UcteRecord record, Column column) {
    Double ampere = record.number(column, log);
    if (ampere != null && ampere <= 0) {
      say(record, column, ampere, "It has no limit.");
    }
  }

  private void regulation(UcteRecord record, @Nullable UcteRegulation after) {
    if (after == null) {
      return;
    }
    UctePhaseRegulation phase = after.getPhaseRegulation();
    if (phase == null && !record.cut(DU.from(), PHASE_END).isEmpty()) {
      dropped(record, DU, TAP);
    } else if (phase != null) {
      beyond(record, N, TAP);
      Double kv = record.number(U, log);
      if (kv != null && kv <= 0) {
        say(record, U, kv, "It has no set point.");
      }
    }
    UcteAngleRegulation angle = after.getAngleRegulation();
    if (angle == null && !record.cut(ANGLE_DU.from(), ANGLE_END).isEmpty()) {
      dropped(record, ANGLE_DU, ANGLE_TAP);
    } else if (angle != null) {
      angle(record, angle);
    }
  }

  private void angle(UcteRecord record, UcteAngleRegulation angle) {
    beyond(record, ANGLE_N, ANGLE_TAP);
    Column type = new Column("angle regulation, type", PHASE_END + 26, ANGLE_END);
    if (record.cut(type.from(), type.to()).isEmpty()) {
      say(record, type, "blank", TAKEN.formatted(angle.getType()));
    }
    Double mw = record.number(P, log);
    if (mw != null) {
      say(record, P, mw, "It is held at its tap; power flow does not move it.");
    }
  }

  /** A regulation without one of its fields, or with n = 0, is left out. */
  private void dropped(UcteRecord record, Column step, Column tap) {
    Double percent = record.number(step, log);
    Double at = record.number(tap, log);
    boolean moves = (percent == null || percent != 0) && at != null && at != 0;
    if (moves) {
      log.add(
          Rule.FIELD_PRESENT,
          record.said(),
          tap.name(),
          at,
          "A regulation at a tap needs all its fields, and n above 0.");
    } else {
      say(record, tap, at == null ? "blank" : at, "It is incomplete: the tap is in the middle.");
    }
  }

  private void beyond(UcteRecord record, Column count, Column tap) {
    Double n = record.number(count, log);
    Double at = record.number(tap, log);
    if (n != null && at != null && Math.abs(at) > Math.abs(n)) {
      say(record, tap, at, "It is held there, beyond its n taps.");
    }
  }
}
