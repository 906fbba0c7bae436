package org.gridclear.convert;

import com.powsybl.ucte.converter.UcteImporter;
import java.util.Properties;
import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import org.jspecify.annotations.Nullable;

/** UCTE-DEF files ({@code .uct}). Buses are called by their node codes. */
public final class UcteFormat implements FileFormat {
  @Override
  public String name() {
    return "UCTE";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.endsWith(".uct") || file.endsWith(".ucte");
  }

  @Override
  public CaseFiles.@Nullable Content read(SourceFile file, IssueLog log) {
    UcteFields.check(file.text(), log);
    if (log.hasErrors()) {
      return null;
    }
    return Reading.network(
        new UcteImporter(),
        Reading.inMemory(file, "uct"),
        new Properties(),
        Convention.SPLIT_BORDER_SHUNT,
        file.caseName(),
        log);
  }
}
