package org.gridclear.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gridclear.json.JsonFields;
import org.gridclear.network.Bus;
import org.gridclear.network.DeviceLimit;
import org.gridclear.network.DeviceLimit.Kind;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Reads changed limits of devices (H-18): a CSV as {@code show NETWORK limits --format csv} writes
 * it, edited, or a list of objects. An empty cell leaves a limit as it is, {@code none} takes it
 * away.
 */
public final class LimitReader {
  private static final List<String> FIELDS =
      List.of(
          "normalMva", "shortTermMva", "emergencyMva", "limitMw", "reverseMw", "vMinPu", "vMaxPu");

  /** Columns that say what a device is and change nothing. */
  private static final Set<String> TOLD = Set.of("fromZone", "toZone", "fromBaseKv", "toBaseKv");

  private final Network network;
  private final IssueLog log;
  private final Map<String, Set<Kind>> known = new HashMap<>();

  private LimitReader(Network network, IssueLog log) {
    this.network = network;
    this.log = log;
    network.branches().forEach(each -> know(each.id(), Kind.BRANCH));
    network.flowgates().forEach(each -> know(each.id(), Kind.FLOWGATE));
    network.buses().forEach(each -> know(each.id(), Kind.BUS));
  }

  private void know(String id, Kind kind) {
    known.computeIfAbsent(id, key -> new HashSet<>()).add(kind);
  }

  /**
   * Reads a file.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static List<DeviceLimit> read(Path file, Network network) {
    IssueLog log = new IssueLog(String.valueOf(file.getFileName()));
    List<DeviceLimit> limits = read(file, network, log);
    log.throwIfErrors();
    return limits;
  }

  /** Reads a file; what is wrong is reported. */
  public static List<DeviceLimit> read(Path file, Network network, IssueLog log) {
    LimitReader reader = new LimitReader(network, log);
    CsvTable table = CsvTable.read(file, log);
    for (String column : table.columns()) {
      if (!FIELDS.contains(column) && !TOLD.contains(column) && !column.matches("device|kind")) {
        log.add(Rule.FIELD_KNOWN, table.name(), column, "", NearestName.advice(column, FIELDS));
      }
    }
    List<DeviceLimit> limits = new ArrayList<>();
    for (CsvTable.Row row : table.rows()) {
      Map<String, Double> values = new HashMap<>();
      for (String field : FIELDS) {
        if (row.has(field)) {
          boolean none = row.text(field).equalsIgnoreCase("none");
          values.put(field, none ? Double.POSITIVE_INFINITY : row.number(field));
        }
      }
      if (!values.isEmpty()) {
        reader.add(limits, row.place(), row.text("device", ""), row.text("kind", ""), values);
      }
    }
    return limits;
  }

  /** Reads the list {@code limits} of an object; what is wrong is reported. */
  public static List<DeviceLimit> read(JsonFields owner, Network network, IssueLog log) {
    LimitReader reader = new LimitReader(network, log);
    List<DeviceLimit> limits = new ArrayList<>();
    for (JsonFields f : owner.objects("limits", "limit")) {
      Map<String, Double> values = new HashMap<>();
      for (String field : FIELDS) {
        if (f.has(field)) {
          values.put(field, f.limit(field, Double.POSITIVE_INFINITY));
        }
      }
      reader.add(limits, f.element(), f.text("device"), f.text("kind", ""), values);
      f.done();
    }
    return limits;
  }

  private void add(
      List<DeviceLimit> limits,
      String place,
      String device,
      String kindText,
      Map<String, Double> values) {
    Kind kind = kind(place, device, kindText);
    if (kind == null) {
      return;
    }
    if (!possible(place, device, kind, values)) {
      return;
    }
    DeviceLimit limit =
        new DeviceLimit(
            device,
            kind,
            values.get("normalMva"),
            values.get("shortTermMva"),
            values.get("emergencyMva"),
            values.get("limitMw"),
            values.get("reverseMw"),
            values.get("vMinPu"),
            values.get("vMaxPu"));
    if (kind == Kind.BUS) {
      band(place, limit);
    }
    boolean twice = limits.stream().anyMatch(l -> l.device().equals(device) && l.kind() == kind);
    if (twice) {
      log.add(Rule.ID_UNIQUE, place, "device", device, "Give each device once.");
    }
    limits.add(limit);
  }

  /** Whether a device of the kind may have these limits; what it may not is reported. */
  private boolean possible(String place, String device, Kind kind, Map<String, Double> values) {
    for (Map.Entry<String, Double> value : values.entrySet()) {
      if (!of(kind).contains(value.getKey()) || !(value.getValue() >= 0)) {
        log.add(
            Rule.QUANTITY_NOT_NEGATIVE,
            place + " " + device,
            value.getKey(),
            value.getValue(),
            "Of a %s give %s, 0 or more."
                .formatted(kind.name().toLowerCase(Locale.ROOT), String.join(", ", of(kind))));
        return false;
      }
      if (kind == Kind.BRANCH && value.getValue() == 0) {
        log.add(
            Rule.STUDY_VALUE,
            place + " " + device,
            value.getKey(),
            value.getValue(),
            "Write none (in JSON \"Infinity\") for no limit, or a rating above 0.");
        return false;
      }
    }
    return true;
  }

  private void band(String place, DeviceLimit limit) {
    for (Bus bus : network.buses()) {
      double least = limit.leastPu(bus);
      double most = limit.vMaxPu() == null ? bus.vMaxPu() : limit.vMaxPu();
      if (bus.id().equals(limit.device()) && !(least < most)) {
        log.add(Rule.LIMITS_ORDERED, place + " " + bus.id(), "vMinPu", least, "vMaxPu is " + most);
      }
    }
  }

  private static List<String> of(Kind kind) {
    return switch (kind) {
      case BRANCH -> FIELDS.subList(0, 3);
      case FLOWGATE -> FIELDS.subList(3, 5);
      case BUS -> FIELDS.subList(5, 7);
    };
  }

  /** What a device is; null where that is reported as unknown or open. */
  private @Nullable Kind kind(String place, String device, String text) {
    Set<Kind> kinds = known.getOrDefault(device, Set.of());
    String word = text.toUpperCase(Locale.ROOT);
    Kind told =
        switch (word) {
          case "LINE", "TRANSFORMER", "BRANCH" -> Kind.BRANCH;
          case "FLOWGATE" -> Kind.FLOWGATE;
          case "BUS" -> Kind.BUS;
          default -> null;
        };
    if (told != null && kinds.contains(told)) {
      return told;
    }
    if (kinds.size() == 1 && text.isEmpty()) {
      return kinds.iterator().next();
    }
    log.add(
        Rule.REFERENCE_EXISTS,
        place,
        "device",
        device,
        kinds.isEmpty() || !text.isEmpty()
            ? "The network has no such " + (text.isEmpty() ? "device." : text + ".")
            : "Say in kind which of %s is meant.".formatted(kinds));
    return null;
  }
}
