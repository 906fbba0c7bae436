package org.gridclear.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.file.TextFile;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.network.Branch;
import org.gridclear.network.BranchNames;
import org.gridclear.network.Bus;
import org.gridclear.network.BusNames;
import org.gridclear.network.Contingency;
import org.gridclear.network.Generator;
import org.gridclear.network.HvdcLine;
import org.gridclear.network.Network;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import tools.jackson.databind.JsonNode;

/**
 * Reads lists of contingencies: MATPOWER change tables ({@code contab*.m}), JSON and CSV
 * (docs/formats.md). Every element must be in the network; every issue is reported at once.
 */
public final class ContingencyReader {
  private static final List<String> CSV_HEADER = List.of("contingency", "kind", "element");

  private final IssueLog log;
  private final BusNames buses;
  private final BranchNames branches;
  private final Map<String, Set<String>> known = new LinkedHashMap<>();
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  /** A contingency that is being put together. */
  private record Draft(
      List<String> branches, List<String> generators, List<String> buses, List<String> hvdcLines) {
    Draft() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    Contingency named(String id) {
      return new Contingency(id, branches, generators, buses, hvdcLines);
    }

    List<String> of(String kind) {
      return switch (kind) {
        case "branch" -> branches;
        case "generator" -> generators;
        case "hvdc" -> hvdcLines;
        default -> buses;
      };
    }
  }

  private ContingencyReader(Network network, IssueLog log) {
    this.log = log;
    this.buses = new BusNames(network);
    this.branches = new BranchNames(network);
    known.put("branch", ids(network.branches(), Branch::id));
    known.put("generator", ids(network.generators(), Generator::id));
    known.put("bus", ids(network.buses(), Bus::id));
    known.put("hvdc", ids(network.hvdcLines(), HvdcLine::id));
  }

  private static <T> Set<String> ids(
      Collection<T> elements, java.util.function.Function<T, String> id) {
    return elements.stream().map(id).collect(Collectors.toSet());
  }

  /**
   * Reads a file.
   *
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static List<Contingency> read(Path file, Network network) {
    IssueLog log = new IssueLog(String.valueOf(file.getFileName()));
    String text = TextFile.read(file, log);
    log.throwIfErrors();
    return read(text, String.valueOf(file.getFileName()), network, log);
  }

  /**
   * Reads a text of unknown format, such as standard input.
   *
   * @param source what it is called in messages
   * @throws org.gridclear.validate.InvalidInputException with every issue, if there is an error
   */
  public static List<Contingency> readText(String text, String source, Network network) {
    String ending =
        text.stripLeading().startsWith("{") ? ".json" : text.contains("chgtab") ? ".m" : ".csv";
    return read(text, source + ending, network, new IssueLog(source + ending));
  }

  /** Reads a text; the ending of {@code name} says in which format. */
  public static List<Contingency> read(String text, String name, Network network, IssueLog log) {
    ContingencyReader reader = new ContingencyReader(network, log);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".m")) {
      ChangeTable.read(text, log, reader::take);
    } else if (lower.endsWith(".csv")) {
      reader.csv(text);
    } else {
      reader.json(Json.parse(text.getBytes(StandardCharsets.UTF_8), log));
    }
    List<Contingency> contingencies = new ArrayList<>();
    reader.drafts.forEach((id, draft) -> contingencies.add(draft.named(id)));
    if (contingencies.isEmpty() && !log.hasErrors()) {
      log.add(Rule.CONTINGENCY_NOT_EMPTY, "document", "contingencies", 0, "List at least one.");
    }
    for (Contingency c : contingencies) {
      int elements = c.branches().size() + c.generators().size() + c.buses().size();
      if (elements + c.hvdcLines().size() == 0) {
        log.add(
            Rule.CONTINGENCY_NOT_EMPTY,
            "contingency " + c.id(),
            "",
            "nothing",
            "Name a branch, generator, bus or HVDC line.");
      }
    }
    log.throwIfErrors();
    return contingencies;
  }

  /** An element by its id; a bus by its name too, a branch by its ends where no other has them. */
  private String named(String id, String kind, String text) {
    if (known.get(kind) == null || known.get(kind).contains(text)) {
      return text;
    }
    try {
      return switch (kind) {
        case "bus" -> buses.idOf(text);
        case "branch" -> branches.idOf(text);
        default -> text;
      };
    } catch (IllegalArgumentException e) {
      log.add(
          Rule.REFERENCE_EXISTS, "contingency " + id, kind, text, String.valueOf(e.getMessage()));
      return "";
    }
  }

  private void take(String id, String kind, String text) {
    String element = named(id, kind, text);
    if (element.isEmpty() && !text.isEmpty()) {
      return;
    }
    if (id.isBlank()) {
      log.add(
          Rule.FIELD_PRESENT,
          "contingency of %s %s".formatted(kind, element),
          "id",
          "empty",
          "Give each contingency an id.");
      return;
    }
    log.reference("contingency " + id, kind, element, Objects.requireNonNull(known.get(kind)));
    List<String> taken = drafts.computeIfAbsent(id, key -> new Draft()).of(kind);
    if (taken.contains(element)) {
      log.add(
          Rule.ID_UNIQUE,
          "contingency " + id,
          kind,
          element,
          "It takes this out already; give each outage once.");
    }
    taken.add(element);
  }

  private void csv(String text) {
    List<String> lines = text.lines().toList();
    List<String> header =
        lines.isEmpty() ? List.of() : List.of(lines.get(0).strip().split("\\s*,\\s*", -1));
    if (!header.equals(CSV_HEADER)) {
      log.add(
          Rule.SYNTAX, "line 1", "", header, "The header is " + String.join(",", CSV_HEADER) + ".");
      return;
    }
    for (int n = 1; n < lines.size(); n++) {
      String[] cells = lines.get(n).strip().split("\\s*,\\s*", -1);
      if (lines.get(n).isBlank()) {
        continue;
      }
      if (cells.length != 3 || !known.containsKey(cells[1])) {
        log.add(
            Rule.SYNTAX,
            "line " + (n + 1),
            "kind",
            lines.get(n),
            "Give contingency, one of branch, generator, bus, hvdc, and the element.");
      } else {
        take(cells[0], cells[1], cells[2]);
      }
    }
  }

  private void json(JsonNode document) {
    JsonFields fields = new JsonFields(document, "document", log);
    int number = 0;
    for (JsonNode node : document.path("contingencies")) {
      number++;
      JsonFields f = new JsonFields(node, "contingency " + number, log);
      String id = f.text("id");
      if (id.isBlank()) {
        continue;
      }
      if (drafts.containsKey(id)) {
        log.add(Rule.ID_UNIQUE, "contingency " + id, "id", id, "Give each its own id.");
      }
      drafts.computeIfAbsent(id, key -> new Draft());
      f.texts("branches").forEach(element -> take(id, "branch", element));
      f.texts("generators").forEach(element -> take(id, "generator", element));
      f.texts("buses").forEach(element -> take(id, "bus", element));
      f.texts("hvdcLines").forEach(element -> take(id, "hvdc", element));
      f.done();
    }
    if (!fields.has("contingencies")) {
      log.add(
          Rule.FIELD_PRESENT, "document", "contingencies", "absent", "Add the list of outages.");
    }
    fields.done();
  }
}
