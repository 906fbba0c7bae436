package org.gridclear.convert;

import com.powsybl.commons.datasource.ReadOnlyDataSource;
import com.powsybl.commons.report.ReportNode;
import com.powsybl.iidm.network.Network;
import com.powsybl.iidm.network.NetworkFactory;
import com.powsybl.psse.converter.PsseImporter;
import java.util.Properties;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.Json;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** PSS/E power flow data ({@code .raw}, {@code .rawx}). Buses are called by their numbers. */
public final class PsseFormat implements FileFormat {
  @Override
  public String name() {
    return "PSS/E";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.endsWith(".raw") || file.endsWith(".rawx");
  }

  @Override
  public CaseFiles.@Nullable Content read(SourceFile file, IssueLog log) {
    String ending = file.endsWith(".rawx") ? "rawx" : "raw";
    byte[] content = ending.equals("raw") ? PsseRevisions.readable(file, log) : file.bytes();
    if (ending.equals("rawx")) {
      refuseSwitches(file, log);
    } else {
      PsseRevisions.refuseCut(file, log);
    }
    ReadOnlyDataSource source = Reading.inMemory(file.caseName(), content, ending);
    PsseValues values = PsseFields.check(source, ending, log);
    return Reading.network(
        new Importing(values), source, new Properties(), Convention.NUMBERED, file.caseName(), log);
  }

  private static final class Importing extends PsseImporter {
    private final PsseValues values;

    Importing(PsseValues values) {
      this.values = values;
    }

    @Override
    public Network importData(
        ReadOnlyDataSource source,
        NetworkFactory factory,
        Properties properties,
        ReportNode report) {
      Network network = super.importData(source, factory, properties, report);
      values.putInto(network);
      return network;
    }
  }

  /** PowSyBl 6.8 passes over the switching devices of a {@code .rawx}. */
  private static void refuseSwitches(SourceFile file, IssueLog log) {
    JsonNode document = Json.parse(file.bytes(), new IssueLog(file.fileName()));
    JsonNode rows = document == null ? null : document.path("network").path("sysswd").path("data");
    if (rows != null && rows.size() > 0) {
      log.add(
          Rule.FIELD_KNOWN,
          "switching device 1",
          "record",
          "given",
          "Switching devices are read from .raw files; save the file as one.");
    }
  }
}
