package org.gridclear.settlement.reader;

import static org.gridclear.settlement.reader.SettlementFolder.row;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gridclear.settlement.folder.EditedFiles;
import org.gridclear.settlement.folder.FolderFiles;
import org.gridclear.settlement.folder.InputFiles;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;

/** A folder with a row in every file that a settlement can have, of which one thing is broken. */
final class EveryFile {
  private final InputFiles whole;

  EveryFile(Path folder) {
    SettlementFolder files = new SettlementFolder(folder);
    files.edit("members.csv", "M1,Gen,thermal,,,", "M1,Gen,thermal,,2026-01-01,2026-12-31");
    files.edit("entities.csv", ",aggregator,from,to", ",aggregator,grid,from,to");
    files.put("entities.csv", files.text("entities.csv").replace(",,,\n", ",,,,\n"));
    files.put(
        "entities.csv",
        files.text("entities.csv")
            + "V1,M2,Aggregator,response,P1,,5,0,0,0,,,,\n"
            + "V2,M2,Other aggregator,response,P1,,5,0,0,0,,,,2026-09-30\n"
            + "GR2,M3,Old grid,grid,P1,,1,0,0,0,,,,2026-09-30\n");
    files.put(
        "contracts.csv",
        "contract,seller,buyer,point,market,kind,withheld,from,to\n"
            + "C1,T1,U1,P1,da,financial,,2026-01-01,2026-12-31\n");
    files.put("rights.csv", "right,entity,source,sink,mw,from,to\nF1,U1,P1,P1,5,,\n");
    files.put("calendar.csv", "date,type\n2026-10-01,holiday\n");
    files.put("before.csv", "entity,daMwh,meteredMwh\nT1,10,10\n");
    files.put(
        "offers.csv", "entity,segments,noLoadYuanPerH,startUpYuan,from,to\nT1,100:280,5,5,,\n");
    files.edit("meters.csv", "ET1,1,100000,,", "ET1,1,1000,2026-01-01,2026-12-31");
    files.day(
        "exchanges.csv",
        "meter,series,interval,lastReading,firstReading,multiplier,fullScale\n"
            + "ET1,forwardMwh,3,75,45,1,1000\n");
    files.day("events.csv", "entity,item,quantity,yuan,remark\nU1,UNPLANNED_OUTAGE,1,5,why\n");
    files.day(
        "services.csv",
        SettlementFolder.header("entity")
            + row("U2", "responseMwh", "1")
            + row("U2", "responseCalledMwh", "1"));
    this.whole = new FolderFiles(folder);
  }

  String text(String file) {
    return new String(whole.read(file).orElseThrow(), StandardCharsets.UTF_8);
  }

  /** The folder with another text of a file. */
  InputFiles with(String file, String text) {
    return new EditedFiles(whole, Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The folder with another cell in the first row of a file. */
  InputFiles withCell(String file, String column, String cell) {
    return withCell(file, List.of(column), cell);
  }

  /** The folder with another cell in some columns of the first row of a file. */
  InputFiles withCell(String file, List<String> columns, String cell) {
    List<String> lines = new ArrayList<>(text(file).lines().toList());
    List<String> header = Arrays.asList(lines.get(0).split(",", -1));
    List<String> cells = Arrays.asList(lines.get(1).split(",", -1));
    if (!header.containsAll(columns)) {
      throw new IllegalStateException(file + " has not all of " + columns);
    }
    columns.forEach(column -> cells.set(header.indexOf(column), cell));
    lines.set(1, String.join(",", cells));
    return with(file, String.join("\n", lines) + "\n");
  }

  /** Replaces a part of a file, which has to be there once. */
  InputFiles edited(String file, String from, String to) {
    String before = text(file);
    if (before.indexOf(from) < 0 || before.indexOf(from) != before.lastIndexOf(from)) {
      throw new IllegalStateException(from + " is not once in " + file);
    }
    return with(file, before.replace(from, to));
  }

  InputFiles whole() {
    return whole;
  }

  /** What reading the month says, errors and warnings alike. */
  static List<Issue> issues(InputFiles files) {
    try {
      return SettlementReader.days(SettlementReader.open(files), 1, 1, day -> {});
    } catch (InvalidInputException e) {
      return e.issues();
    }
  }
}
