package org.gridclear.convert;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;

/**
 * Rewrites PSS/E files for PowSyBl 6.8, which reads revisions 32, 33 and 35 only, and skips the
 * switching devices of 35: rows of revision 34 become rows of 35, and switching devices become
 * branches.
 */
final class PsseRevisions {
  private static final Pattern END = Pattern.compile("(?i)\\s*q\\b");
  private static final int HEADER_LINES = 3;
  private static final int REVISION_FIELD = 2;
  private static final int RATINGS = 12;
  private static final String SWITCH_REACTANCE_PU = "0.0001";
  private static final String NOT_READ =
      "Rows of this kind are not read from revision 34; save the file as revision 33 or 35.";

  private final List<String> header;
  private final Map<PsseSection, List<String>> sections;
  private final IssueLog log;

  private PsseRevisions(
      List<String> header, Map<PsseSection, List<String>> sections, IssueLog log) {
    this.header = header;
    this.sections = sections;
    this.log = log;
  }

  /** The content as PowSyBl reads it in full; files of other revisions as they are. */
  static byte[] readable(SourceFile file, IssueLog log) {
    List<String> lines = new String(file.bytes(), StandardCharsets.ISO_8859_1).lines().toList();
    int first = 0;
    while (first < lines.size() && isRemark(lines.get(first))) {
      first++;
    }
    if (lines.size() < first + HEADER_LINES) {
      return file.bytes();
    }
    int revision = revision(lines.get(first));
    if (revision != 34 && revision != 35) {
      return file.bytes();
    }
    PsseRevisions file35 =
        new PsseRevisions(
            new ArrayList<>(lines.subList(first, first + HEADER_LINES)),
            sections(lines.subList(first + HEADER_LINES, lines.size())),
            log);
    if (revision == 34) {
      file35.lift();
    }
    file35.switchesAsBranches();
    return file35.text();
  }

  /** A file without its last record, Q, is cut off: what stood behind would be missing unseen. */
  static void refuseCut(SourceFile file, IssueLog log) {
    String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
    if (text.lines()
        .filter(line -> !isRemark(line))
        .skip(HEADER_LINES)
        .noneMatch(PsseRevisions::isEnd)) {
      log.add(
          Rule.SYNTAX,
          "document",
          "Q",
          "absent",
          "The file is cut off; its last record is a Q alone.");
    }
  }

  private static boolean isEnd(String line) {
    return END.matcher(line).lookingAt();
  }

  private static boolean isRemark(String line) {
    return line.startsWith("@!");
  }

  private static int revision(String line) {
    try {
      return (int) Double.parseDouble(PsseRecord.of(line).get(REVISION_FIELD, "0"));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Rows by section. Substations have ends of their own parts; theirs stay as they are. */
  private static Map<PsseSection, List<String>> sections(List<String> lines) {
    Map<PsseSection, List<String>> sections = new EnumMap<>(PsseSection.class);
    PsseSection[] order = PsseSection.values();
    int current = 0;
    for (String line : lines) {
      String bare = line.strip();
      if (isRemark(line)) {
        continue;
      }
      if (isEnd(bare)) {
        break;
      }
      boolean substations = current == PsseSection.SUBSTATION.ordinal();
      if (!substations && bare.matches("0\\s*(/.*)?")) {
        current++;
        continue;
      }
      if (bare.isEmpty() || current >= order.length) {
        continue;
      }
      sections.computeIfAbsent(order[current], section -> new ArrayList<>()).add(line);
    }
    return sections;
  }

  private List<String> rows(PsseSection section) {
    return sections.getOrDefault(section, new ArrayList<>());
  }

  /** Every section from the layout of revision 34 to that of 35. */
  private void lift() {
    PsseRecord identification = PsseRecord.of(header.get(0));
    identification.remove(REVISION_FIELD, "");
    header.set(0, identification.insert(REVISION_FIELD, "35").text());
    each(PsseSection.GENERATOR, PsseRevisions::generator);
    transformers();
    dcLines(PsseSection.TWO_TERMINAL_DC, 17, 13);
    dcLines(PsseSection.VSC_DC, 15, 14);
    each(PsseSection.FACTS, PsseRevisions::facts);
    each(PsseSection.SWITCHED_SHUNT, PsseRevisions::switchedShunt);
    refuse(PsseSection.MULTI_TERMINAL_DC, "multi-terminal DC line");
    refuse(PsseSection.GNE, "GNE device");
    refuse(PsseSection.INDUCTION_MACHINE, "induction machine");
    refuse(PsseSection.SUBSTATION, "substation");
    int tables = rows(PsseSection.IMPEDANCE_CORRECTION).size();
    for (int t = 0; t < tables; t++) {
      log.notice(
          Rule.FIELD_USED,
          "impedance correction table",
          String.valueOf(t + 1),
          "record",
          "given",
          "No power flow uses it.");
    }
    sections.remove(PsseSection.IMPEDANCE_CORRECTION);
  }

  private interface Change {
    PsseRecord of(PsseRecord row);
  }

  private void each(PsseSection section, Change change) {
    rows(section).replaceAll(row -> change.of(PsseRecord.of(row)).text());
  }

  private void refuse(PsseSection section, String kind) {
    if (rows(section).stream().anyMatch(row -> !row.strip().matches("0\\s*(/.*)?"))) {
      log.add(Rule.FIELD_KNOWN, kind + " 1", "record", "given", NOT_READ);
      sections.remove(section);
    }
  }

  /** 34 ends with NREG; 35 has it after IREG, and BASLOD after PB. */
  private static PsseRecord generator(PsseRecord row) {
    String node = row.remove(28, "0");
    return row.insert(18, "0").insert(8, node);
  }

  /** 34 ends a winding with its NODE, 35 has it after CONT. */
  private static PsseRecord winding(PsseRecord row) {
    String node = row.remove(26, "0");
    return row.insert(17, node);
  }

  private void transformers() {
    List<String> rows = rows(PsseSection.TRANSFORMER);
    int at = 0;
    while (at < rows.size()) {
      boolean three = !PsseRecord.of(rows.get(at)).get(2, "0").equals("0");
      int last = at + (three ? 4 : 3);
      for (int w = at + 2; w <= last && w < rows.size(); w++) {
        rows.set(w, winding(PsseRecord.of(rows.get(w))).text());
      }
      at = last + 1;
    }
  }

  /** Three rows a line, of which the second and third end with a node that 35 has further front. */
  private void dcLines(PsseSection section, int nodeOf34, int nodeOf35) {
    List<String> rows = rows(section);
    for (int r = 0; r < rows.size(); r++) {
      if (r % 3 != 0) {
        PsseRecord row = PsseRecord.of(rows.get(r));
        String node = row.remove(nodeOf34, "0");
        rows.set(r, row.insert(nodeOf35, node).text());
      }
    }
  }

  /** 34 has the node after MNAME, 35 before it. */
  private static PsseRecord facts(PsseRecord row) {
    String node = row.remove(21, "0");
    return row.insert(20, node);
  }

  /** 35 has an id, the node after the bus that is held, and a status before each block. */
  private static PsseRecord switchedShunt(PsseRecord row) {
    int blocks = (row.size() - 10) / 2;
    String node = row.size() > 10 && row.size() % 2 == 1 ? row.remove(row.size() - 1, "0") : "0";
    for (int b = blocks - 1; b >= 0; b--) {
      row.insert(10 + 2 * b, "1");
    }
    return row.insert(7, node).insert(1, "'1 '");
  }

  /** A switching device is a branch without resistance and charging. */
  private void switchesAsBranches() {
    List<String> switches = rows(PsseSection.SWITCHING_DEVICE);
    List<String> branches = sections.computeIfAbsent(PsseSection.BRANCH, s -> new ArrayList<>());
    Set<String> ids = new HashSet<>();
    branches.forEach(row -> ids.add(id(PsseRecord.of(row))));
    for (String text : switches) {
      PsseRecord row = PsseRecord.of(text);
      if (!ids.add(id(row))) {
        log.add(
            Rule.FIELD_TYPE,
            "switching device " + id(row),
            "CKT",
            row.get(2, "'1'"),
            "A branch between these buses has that circuit too; give each its own.");
      }
      branches.add(branch(row));
      for (int f = 17; f <= 19; f += 2) {
        if (!row.get(f, "0").matches("[01]")) {
          log.notice(
              Rule.FIELD_USED,
              "switching device",
              id(row),
              f == 17 ? "NSTAT" : "STYPE",
              row.get(f, "0"),
              "It is a branch that is closed or open.");
        }
      }
    }
    sections.remove(PsseSection.SWITCHING_DEVICE);
  }

  private static String id(PsseRecord row) {
    String i = row.get(0, "");
    String j = row.get(1, "");
    String circuit = row.get(2, "'1'").replace("'", "").strip();
    return (i.compareTo(j) < 0 ? i + "-" + j : j + "-" + i) + " " + circuit;
  }

  private static String branch(PsseRecord row) {
    List<String> fields = new ArrayList<>();
    fields.add(row.get(0, ""));
    fields.add(row.get(1, ""));
    fields.add(row.get(2, "'1'"));
    fields.add("0");
    fields.add(row.get(3, SWITCH_REACTANCE_PU));
    fields.add("0");
    fields.add(row.get(20, "''"));
    for (int r = 0; r < RATINGS; r++) {
      fields.add(row.get(4 + r, "0"));
    }
    fields.addAll(List.of("0", "0", "0", "0", row.get(16, "1"), row.get(18, "1"), "0"));
    return String.join(",", fields);
  }

  private byte[] text() {
    StringBuilder text = new StringBuilder();
    header.forEach(line -> text.append(line).append('\n'));
    for (PsseSection section : PsseSection.values()) {
      rows(section).forEach(line -> text.append(line).append('\n'));
      if (section != PsseSection.SUBSTATION || rows(section).isEmpty()) {
        text.append("0 / END OF ").append(section).append(" DATA\n");
      }
    }
    return text.append("Q\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
