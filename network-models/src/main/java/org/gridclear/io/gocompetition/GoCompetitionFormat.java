package org.gridclear.io.gocompetition;

import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.Json;
import org.gridclear.json.JsonFields;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;

/** Problem files of the Grid Optimization Competition's Challenge 3 (format version 1.0). */
public final class GoCompetitionFormat implements FileFormat {
  @Override
  public String name() {
    return "GO Competition 3";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.json()
        .map(document -> document.has("time_series_input") && document.has("network"))
        .orElse(false);
  }

  @Override
  public CaseFiles.Content read(SourceFile file, IssueLog log) {
    JsonFields root = new JsonFields(Json.parse(file.bytes(), log), "document", log);
    return new CaseFiles.Content.WholeDay(new GoProblem(root, log).day(file.caseName()));
  }
}
