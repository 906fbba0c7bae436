package org.gridclear.convert;

import com.powsybl.psse.converter.PsseImporter;
import java.util.Properties;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.io.SourceFile;
import org.gridclear.validate.IssueLog;

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
  public CaseFiles.Content read(SourceFile file, IssueLog log) {
    String ending = file.endsWith(".rawx") ? "rawx" : "raw";
    PsseFields.check(file, ending, log);
    return Reading.network(
        new PsseImporter(),
        Reading.inMemory(file, ending),
        new Properties(),
        IidmNetwork.Convention.NUMBERED,
        file.caseName(),
        log);
  }
}
