package org.gridclear.io.rtsgmlc;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.gridclear.io.CsvTable;
import org.gridclear.quantity.Horizon;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.NearestName;
import org.gridclear.validate.Rule;

/**
 * The day that is read and how it is cut into periods.
 *
 * @param simulation whose series are read: DAY_AHEAD or REAL_TIME
 * @param date the day
 * @param horizon its periods
 * @param products kinds of reserve that the simulation schedules; empty where it does not say
 */
record Clock(String simulation, LocalDate date, Horizon horizon, Set<String> products) {
  private static final int DAY_SECONDS = 86_400;

  /** Reads {@code part}, such as {@code 2020-07-15}, and simulation_objects.csv. */
  static Clock of(CsvTable objects, String part, IssueLog log) {
    String[] asked = part.split(":", 2);
    String simulation = asked.length > 1 ? asked[1] : "DAY_AHEAD";
    LocalDate date = LocalDate.EPOCH;
    if (objects == null) {
      return new Clock(simulation, date, Horizon.dayOfHours(), Set.of());
    }
    Map<String, String> parameters = parameters(objects, simulation, log);
    try {
      date = LocalDate.parse(asked[0]);
    } catch (DateTimeParseException e) {
      log.add(
          Rule.FIELD_PRESENT,
          "folder",
          "date",
          part.isEmpty() ? "absent" : part,
          "Name the day behind the folder, such as FOLDER@2020-07-15; there are days from %s to %s."
              .formatted(
                  parameters.getOrDefault("Date_From", "?"),
                  parameters.getOrDefault("Date_To", "?")));
    }
    return new Clock(
        simulation,
        date,
        horizon(parameters, log).from(date),
        new LinkedHashSet<>(Names.list(parameters.getOrDefault("Reserve_Products", ""))));
  }

  private static Map<String, String> parameters(CsvTable objects, String simulation, IssueLog log) {
    Set<String> simulations = objects.columns();
    simulations.remove("Simulation_Parameters");
    simulations.remove("Description");
    Map<String, String> parameters = new HashMap<>();
    if (!simulations.contains(simulation)) {
      log.add(
          Rule.REFERENCE_EXISTS,
          objects.name(),
          "simulation",
          simulation,
          NearestName.advice(simulation, simulations));
      return parameters;
    }
    for (CsvTable.Row row : objects.rows()) {
      String name = row.text("Simulation_Parameters");
      parameters.put(name, row.text(simulation, ""));
      switch (name) {
        case "Period_Resolution", "Date_From", "Date_To", "Reserve_Products" -> {}
        default ->
            log.notice(
                Rule.FIELD_USED,
                "simulation",
                simulation,
                name,
                row.text(simulation, ""),
                "A whole day of periods is read, without look-ahead.");
      }
    }
    simulations.remove(simulation);
    noticeOthers(simulations, simulation, log);
    return parameters;
  }

  private static void noticeOthers(Set<String> others, String simulation, IssueLog log) {
    for (String other : others) {
      log.notice(
          Rule.FIELD_USED,
          "simulation",
          other,
          "series",
          "not read",
          "The day is that of %s; another is asked for as FOLDER@DATE:%s."
              .formatted(simulation, other));
    }
  }

  private static Horizon horizon(Map<String, String> parameters, IssueLog log) {
    String text = parameters.getOrDefault("Period_Resolution", "");
    int seconds = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (seconds < 60 || seconds % 60 != 0 || DAY_SECONDS % seconds != 0 || 3600 % seconds != 0) {
      log.add(
          Rule.FIELD_TYPE,
          "simulation_objects.csv",
          "Period_Resolution",
          text,
          "Give seconds that divide an hour into whole minutes, such as 3600 or 300.");
      return Horizon.dayOfHours();
    }
    return new Horizon(DAY_SECONDS / seconds, seconds / 60);
  }
}
