package org.gridclear.web.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.gridclear.casetable.CaseTable;
import org.gridclear.casetable.ShownCase;
import org.gridclear.casetable.TableQuery;
import org.gridclear.io.CaseFiles;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.Rule;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of the cases of the server's folder, and of built-in networks. */
@RestController
@RequestMapping("/api/v1")
class CaseController {
  private final CaseFolder folder;

  CaseController(CaseFolder folder) {
    this.folder = folder;
  }

  /** The tables that a case has, with the number of their rows. */
  @GetMapping("/cases/{name}")
  ResponseEntity<byte[]> overview(@PathVariable String name) throws IOException {
    return TableAnswer.of(CaseTable.overview(shown(name)), "json");
  }

  /**
   * Rows of a table: units, buses, branches, zones, fuels, flowgates, limits, offers, services or
   * constraints, as {@code format} json, csv, parquet or xlsx.
   */
  @GetMapping("/cases/{name}/{table}")
  ResponseEntity<byte[]> table(
      @PathVariable String name,
      @PathVariable String table,
      @RequestParam(name = "name", required = false) String part,
      @RequestParam(required = false) String kind,
      @RequestParam(required = false) String zone,
      @RequestParam(required = false) String bus,
      @RequestParam(required = false) String kv,
      @RequestParam(required = false) String fuel,
      @RequestParam(name = "class", required = false) String group,
      @RequestParam(required = false) String family,
      @RequestParam(required = false) Boolean inEffect,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    TableQuery query = new TableQuery(part, kind, zone, bus, kv, fuel, group, family, inEffect);
    return TableAnswer.of(query.of(CaseTable.of(table).of(shown(name))), format);
  }

  private ShownCase shown(String name) {
    IssueLog log = new IssueLog("request");
    Path root = folder.path();
    if (!root.resolve(name).normalize().startsWith(root)) {
      log.add(Rule.FILE_READABLE, "case", "name", name, "It lies outside the folder.");
    }
    log.throwIfErrors();
    return ShownCase.of(CaseFiles.load(name, root, Set.of()), "request", Optional.empty());
  }
}
