package org.gridclear.settlement.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * Merges corrected records into a file: records and columns that are not named stay.
 *
 * @param path file
 * @param layout how records are named
 * @param base records that are there
 * @param elsewhere other source of the same readings
 * @param log takes issues of the correction
 * @param changes takes every change
 */
record RecordMerge(
    String path,
    Layout layout,
    CsvRows base,
    SeriesMerge.Elsewhere elsewhere,
    IssueLog log,
    List<Change> changes) {
  private static final String ACTION = "action";

  void merge(CsvRows correction) {
    for (String column : layout.key()) {
      if (!correction.has(column)) {
        log.add(Rule.FIELD_PRESENT, "line 1", column, "absent", "It names the records.");
        return;
      }
    }
    if (base.header().isEmpty()) {
      correction.header().stream()
          .filter(column -> !column.equals(ACTION))
          .forEach(base.header()::add);
    }
    for (int i = 0; i < correction.rows().size(); i++) {
      row(correction, correction.rows().get(i), i + 2);
    }
  }

  private void row(CsvRows correction, List<String> row, int line) {
    if (row.stream().allMatch(String::isBlank)) {
      return;
    }
    String action = correction.cell(row, ACTION);
    List<List<String>> there = matches(correction, row);
    switch (action.isEmpty() ? Action.REPLACE.label() : action) {
      case "replace" -> replace(correction, row, line, there);
      case "add" -> {
        if (there.isEmpty()) {
          List<String> added = new ArrayList<>();
          base.rows().add(added);
          set(correction, row, added, Action.ADD);
        } else {
          report(line, name(correction, row), "It is there already; replace it.");
        }
      }
      case "withdraw" -> {
        if (one(correction, row, line, there)) {
          withdraw(there.get(0));
        }
      }
      default ->
          log.add(
              Rule.FIELD_KNOWN,
              "line " + line,
              ACTION,
              action,
              "Give add, replace or withdraw; nothing is replace.");
    }
  }

  private void replace(CsvRows correction, List<String> row, int line, List<List<String>> there) {
    String meter = correction.cell(row, layout.key().get(0));
    String series = value(correction, row, "series");
    if (there.isEmpty() && elsewhere.has(meter, series)) {
      boolean whole =
          correction.header().stream()
              .filter(column -> column.matches("\\d+"))
              .noneMatch(column -> correction.cell(row, column).isEmpty());
      if (!whole) {
        report(line, name(correction, row), "Its energy comes by interval: give every reading.");
        return;
      }
      elsewhere.withdraw(meter, series);
      List<String> added = new ArrayList<>();
      base.rows().add(added);
      set(correction, row, added, Action.REPLACE);
    } else if (one(correction, row, line, there)) {
      set(correction, row, there.get(0), Action.REPLACE);
    }
  }

  /** Whether exactly one record is named; reports it if not. */
  private boolean one(CsvRows correction, List<String> row, int line, List<List<String>> there) {
    if (there.size() == 1) {
      return true;
    }
    String name = name(correction, row);
    if (there.isEmpty()) {
      List<String> names = base.rows().stream().map(each -> name(base, each)).toList();
      String advice = NearestName.advice(name, names);
      report(line, name, (advice + " Give the action add for a new record.").strip());
    } else {
      report(
          line,
          name,
          "It names %d records; tell them apart by '%s'.".formatted(there.size(), layout.narrow()));
    }
    return false;
  }

  private void report(int line, String name, String advice) {
    if (log.count() < 20) {
      log.add(Rule.CORRECTION_NAMES, "line " + line, name, path, advice);
    }
  }

  private List<List<String>> matches(CsvRows correction, List<String> row) {
    List<List<String>> named =
        base.rows().stream()
            .filter(
                each ->
                    layout.key().stream()
                        .allMatch(
                            column -> base.cell(each, column).equals(correction.cell(row, column))))
            .toList();
    String narrow = layout.narrow();
    boolean adding = correction.cell(row, ACTION).equals(Action.ADD.label());
    boolean asked =
        layout.strict()
            ? correction.has(narrow) || !layout.byDefault(narrow).isEmpty() || adding
            : (named.size() > 1 && !correction.cell(row, narrow).isEmpty()) || adding;
    return asked
        ? named.stream()
            .filter(each -> value(base, each, narrow).equals(value(correction, row, narrow)))
            .toList()
        : named;
  }

  private String value(CsvRows file, List<String> row, String column) {
    String cell = file.cell(row, column);
    return cell.isEmpty() ? layout.byDefault(column) : cell;
  }

  private String name(CsvRows file, List<String> row) {
    String name =
        layout.key().stream()
            .map(column -> file.cell(row, column))
            .collect(Collectors.joining(" "));
    String narrow = value(file, row, layout.narrow());
    return narrow.isEmpty() ? name : name + " " + narrow;
  }

  private void set(CsvRows correction, List<String> row, List<String> target, Action action) {
    String name = name(correction, row);
    for (String column : correction.header()) {
      String now = correction.cell(row, column);
      String before = base.cell(target, column);
      boolean stays = layout.blankStays() && now.isEmpty();
      if (!column.equals(ACTION) && !stays && !(now.isEmpty() && before.isEmpty())) {
        if (!base.has(column)) {
          base.rows().forEach(each -> base.set(each, column, Layout.leftOut(column)));
        }
        base.set(target, column, now);
        if (!now.equals(before)) {
          changes.add(new Change(path, name, column, action, before, now));
        }
      }
    }
  }

  /** Takes a record away. */
  void withdraw(List<String> row) {
    base.rows().remove(row);
    String name = name(base, row);
    for (String column : base.header()) {
      if (!base.cell(row, column).isEmpty()) {
        changes.add(new Change(path, name, column, Action.WITHDRAW, base.cell(row, column), ""));
      }
    }
  }
}
