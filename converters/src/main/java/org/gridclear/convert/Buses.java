package org.gridclear.convert;

import com.powsybl.iidm.network.Bus;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.Switch;
import com.powsybl.iidm.network.Terminal;
import com.powsybl.iidm.network.VoltageLevel;
import com.powsybl.iidm.network.extensions.ReferencePriorities;
import com.powsybl.iidm.network.extensions.ReferencePriority;
import com.powsybl.iidm.network.extensions.SlackTerminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.network.BusType;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/** Our buses: those of the bus-breaker view, joined where a closed switch joins them. */
final class Buses {
  private static final Pattern NUMBER = Pattern.compile("(?:B|VL)(\\d+)(?:_\\d+)?");
  private static final double V_MIN_PU = 0.9;
  private static final double V_MAX_PU = 1.1;

  private final Convention convention;
  private final IssueLog log;
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, Bus> first = new LinkedHashMap<>();
  private final List<org.gridclear.network.Bus> extra = new ArrayList<>();
  private final Set<String> slack = new HashSet<>();
  private final Set<String> holding = new HashSet<>();

  Buses(Network source, Convention convention, IssueLog log) {
    this.convention = convention;
    this.log = log;
    source.getBusBreakerView().getBusStream().forEach(b -> joined.put(b.getId(), b.getId()));
    for (Switch s : source.getBusBreakerView().getSwitches()) {
      if (!s.isOpen()) {
        VoltageLevel.BusBreakerView view = s.getVoltageLevel().getBusBreakerView();
        String one = root(view.getBus1(s.getId()).getId());
        joined.put(root(view.getBus2(s.getId()).getId()), one);
      }
    }
    source.getBusBreakerView().getBusStream().forEach(b -> first.putIfAbsent(root(b.getId()), b));
    for (VoltageLevel level : source.getVoltageLevels()) {
      SlackTerminal terminal = level.getExtension(SlackTerminal.class);
      if (terminal != null && !terminal.isEmpty()) {
        slack.add(idAnyway(terminal.getTerminal()));
      }
    }
    if (slack.isEmpty()) {
      ReferencePriorities.get(source).stream()
          .filter(priority -> priority.getPriority() > 0)
          .min(Comparator.comparingInt(ReferencePriority::getPriority))
          .ifPresent(priority -> slack.add(idAnyway(priority.getTerminal())));
    }
  }

  private String root(String id) {
    String at = id;
    String next = Objects.requireNonNull(joined.get(at), at);
    while (!next.equals(at)) {
      at = next;
      next = Objects.requireNonNull(joined.get(at), at);
    }
    return at;
  }

  /** The number in {@code B12}; of a voltage level with one bus, that in {@code VL12_1}. */
  private String name(String root) {
    if (!convention.numbered) {
      return root;
    }
    Matcher numbered = NUMBER.matcher(root);
    if (!numbered.matches()) {
      return root;
    }
    boolean alone =
        root.startsWith("B")
            || first.keySet().stream()
                    .filter(r -> r.startsWith("VL" + numbered.group(1) + "_"))
                    .count()
                == 1;
    return alone ? numbered.group(1) : root;
  }

  /** Id of the bus to which a terminal is switched, or would be. */
  String idAnyway(Terminal terminal) {
    Bus bus = terminal.getBusBreakerView().getBus();
    Bus at = bus != null ? bus : terminal.getBusBreakerView().getConnectableBus();
    return name(root(at.getId()));
  }

  /** Nominal voltage at a terminal in kV. */
  static double kv(Terminal terminal) {
    return terminal.getVoltageLevel().getNominalV();
  }

  /** Whether the file has its reference there. */
  boolean isSlack(String bus) {
    return slack.contains(bus);
  }

  /** Notes that something holds the voltage of a bus. */
  void holdsVoltage(String bus) {
    holding.add(bus);
  }

  /** Adds a bus that stands for a point within a piece of equipment. */
  void add(String id, String label, double kv) {
    extra.add(
        new org.gridclear.network.Bus(id, label, BusType.PQ, kv, "", 1, 0, V_MIN_PU, V_MAX_PU));
  }

  /** All buses in the order of the source, then those added. */
  List<org.gridclear.network.Bus> list() {
    List<org.gridclear.network.Bus> list = new ArrayList<>();
    first.forEach((root, bus) -> list.add(bus(name(root), bus)));
    list.addAll(extra);
    return list;
  }

  private org.gridclear.network.Bus bus(String id, Bus bus) {
    VoltageLevel level = bus.getVoltageLevel();
    double kv = level.getNominalV();
    BusType type =
        slack.contains(id) ? BusType.REFERENCE : holding.contains(id) ? BusType.PV : BusType.PQ;
    return new org.gridclear.network.Bus(
        id,
        bus.getOptionalName()
            .or(() -> geographicalName(bus))
            .orElse(level.getOptionalName().orElse(id)),
        type,
        kv,
        area(level),
        Double.isNaN(bus.getV()) ? 1 : bus.getV() / kv,
        Double.isNaN(bus.getAngle()) ? 0 : bus.getAngle(),
        limit(id, "low voltage limit", level.getLowVoltageLimit() / kv, V_MIN_PU),
        limit(id, "high voltage limit", level.getHighVoltageLimit() / kv, V_MAX_PU));
  }

  /** What UCTE-DEF calls a node beside its code. */
  private static Optional<String> geographicalName(Bus bus) {
    return Optional.ofNullable(bus.getProperty("geographicalName")).filter(n -> !n.isBlank());
  }

  private double limit(String id, String field, double given, double byDefault) {
    if (!Double.isNaN(given)) {
      return given;
    }
    log.notice(
        Rule.TAKEN_AS,
        "bus",
        id,
        field,
        "not given",
        "It is taken as %s p.u.".formatted(byDefault));
    return byDefault;
  }

  private static String area(VoltageLevel level) {
    return level
        .getAreasStream()
        .map(area -> area.getId())
        .sorted()
        .findFirst()
        .or(() -> level.getSubstation().flatMap(s -> s.getCountry()).map(Enum::name))
        .orElse("");
  }
}
