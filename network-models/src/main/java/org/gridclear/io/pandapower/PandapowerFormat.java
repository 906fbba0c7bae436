package org.gridclear.io.pandapower;

import org.gridclear.io.CaseFiles;
import org.gridclear.io.FileFormat;
import org.gridclear.json.Json;
import org.gridclear.json.SourceFile;
import org.gridclear.validate.IssueLog;
import tools.jackson.databind.JsonNode;

/** pandapower JSON ({@code pandapower.to_json}), as far as its elements have a model here. */
public final class PandapowerFormat implements FileFormat {
  @Override
  public String name() {
    return "pandapower";
  }

  @Override
  public boolean matches(SourceFile file) {
    return file.json()
        .map(document -> document.path("_class").asString("").equals("pandapowerNet"))
        .orElse(false);
  }

  @Override
  public CaseFiles.Content read(SourceFile file, IssueLog log) {
    JsonNode body = Json.parse(file.bytes(), log).path("_object");
    if (body.isString()) {
      body = Json.parse(body.asString().getBytes(java.nio.charset.StandardCharsets.UTF_8), log);
    }
    Frames frames = new Frames(body, log);
    CaseFiles.Content content =
        new CaseFiles.Content.OnlyNetwork(new Elements(frames, log).network(file.caseName()));
    frames.noticeRest();
    return content;
  }
}
