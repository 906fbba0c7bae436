package org.gridclear.web.study;

import java.util.List;
import java.util.Map;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.listing.RunCost;
import org.gridclear.study.Yaml;
import org.gridclear.validate.IssueLog;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What a study would be, without running it. */
@RestController
@RequestMapping("/api/v1")
class StudyPreviewController {
  private final StudyRuns runs;

  private final CaseFolder folder;

  StudyPreviewController(StudyRuns runs, CaseFolder folder) {
    this.runs = runs;
    this.folder = folder;
  }

  /** The expansion of a study without running it: case names and their changes. */
  @PostMapping(
      path = "/studies/expansion",
      consumes = {"application/yaml", "application/json", "text/plain"})
  List<Map<String, String>> expand(@RequestBody String text) {
    return folder.expansion(text).stream()
        .map(overlay -> Map.of("name", overlay.name(), "changes", overlay.changes()))
        .toList();
  }

  /** What a study is expected to take, from runs that ended; nothing is run. */
  @PostMapping(
      path = "/studies/cost",
      consumes = {"application/yaml", "application/json", "text/plain"})
  RunCost cost(@RequestBody String text) {
    return RunCost.of(folder.study(text), runs);
  }

  /** The fields of a study as JSON, as they are written: nothing is completed or checked. */
  @PostMapping(
      path = "/studies/fields",
      consumes = {"application/yaml", "application/json", "text/plain"})
  JsonNode fields(@RequestBody String text) {
    IssueLog log = new IssueLog("request");
    JsonNode tree = Yaml.parse(text, log, "A study starts with 'study: name'.");
    log.throwIfErrors();
    return tree;
  }
}
