package org.gridclear.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridclear.account.Right;
import org.gridclear.report.page.SummaryJson;
import org.gridclear.report.security.ScreeningFolder;
import org.gridclear.report.security.SensitivityFolder;
import org.gridclear.run.Job;
import org.gridclear.run.RunHandle;
import org.gridclear.run.RunPage;
import org.gridclear.run.RunRecord;
import org.gridclear.run.RunResult;
import org.gridclear.run.RunStatus;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.Subscription;
import org.gridclear.run.dispatch.WorkerNode;
import org.gridclear.run.listing.RunCost;
import org.gridclear.run.listing.RunTables;
import org.gridclear.study.StudyDefinition;
import org.gridclear.study.Yaml;
import org.gridclear.table.Figures;
import org.gridclear.table.RowRange;
import org.gridclear.validate.IssueLog;
import org.gridclear.web.account.AuditedCall;
import org.gridclear.web.answer.TableAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Studies over HTTP: submit, list, status, progress, cancel, results. */
@RestController
@RequestMapping("/api/v1")
class StudyController {
  private final StudyRuns runs;
  private final EndedRuns ended;
  private final CaseFolder folder;

  StudyController(StudyRuns runs, EndedRuns ended, CaseFolder folder) {
    this.runs = runs;
    this.ended = ended;
    this.folder = folder;
  }

  /** Submits a study, YAML or JSON; answers 202 with the run's first status. */
  @PostMapping(
      path = "/studies",
      consumes = {"application/yaml", "application/json", "text/plain"})
  ResponseEntity<RunStatus> submit(
      @RequestBody String text,
      @RequestParam(required = false) @Nullable String priority,
      @RequestParam(required = false) @Nullable Long deadlineSeconds,
      HttpServletRequest request) {
    StudyDefinition study = folder.study(text);
    RunHandle handle =
        runs.submit(Submission.of(new Job.Clearing(study), priority, deadlineSeconds, request));
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/runs/" + handle.status().runId())
        .body(handle.status());
  }

  /** The expansion of a study without running it: case names and their changes. */
  @PostMapping(
      path = "/studies/expansion",
      consumes = {"application/yaml", "application/json", "text/plain"})
  List<Map<String, String>> expand(@RequestBody String text) {
    return folder.study(text).cases().stream()
        .map(overlay -> Map.of("name", overlay.name(), "changes", overlay.changes()))
        .toList();
  }

  /** What a study is expected to take, from runs that ended; nothing is run. */
  @PostMapping(
      path = "/studies/cost",
      consumes = {"application/yaml", "application/json", "text/plain"})
  RunCost cost(@RequestBody String text) {
    StudyDefinition study = folder.study(text);
    int slots = runs.workers().stream().mapToInt(WorkerNode::slots).sum();
    return RunCost.of(
        study.name(),
        study.cases().size(),
        slots,
        runs.registry().page(RunPage.FROM_NEWEST, RunPage.RECORDS_MAX).records());
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

  /** Sends what a run did once more; outcomes that are there are used again. */
  @PostMapping("/runs/{runId}/resubmission")
  ResponseEntity<RunStatus> again(@PathVariable String runId, HttpServletRequest request) {
    Job job = ended.result(runId).job();
    RunStatus status = runs.submit(Submission.of(job, null, null, request)).status();
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/runs/" + status.runId())
        .body(status);
  }

  /** Cases of a run that has ended: node, times, attempts; 409 while it is under way. */
  @GetMapping("/runs/{runId}/units")
  ResponseEntity<byte[]> units(
      @PathVariable String runId,
      @RequestParam(defaultValue = "0") long offset,
      @RequestParam(defaultValue = "1000000") int limit,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    RunResult result = ended.result(runId);
    ResponseEntity<byte[]> part =
        TableAnswer.of(RunTables.units(result, new RowRange(offset, limit)), format);
    return ResponseEntity.ok()
        .headers(part.getHeaders())
        .header("X-Total-Count", Integer.toString(result.cases().size()))
        .body(part.getBody());
  }

  /**
   * Runs that the grid knows, the newest first, so many at a time. The address of the next part is
   * in the header {@code Link}.
   */
  @GetMapping("/runs")
  ResponseEntity<List<RunStatus>> list(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable Long before) {
    if (limit < 1 || limit > RunPage.RECORDS_MAX) {
      throw new IllegalArgumentException(
          "The parameter limit (%d) must lie in 1..%d.".formatted(limit, RunPage.RECORDS_MAX));
    }
    RunPage page = runs.registry().page(before == null ? RunPage.FROM_NEWEST : before, limit);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (page.next() != RunPage.NO_MORE) {
      answer.header("Link", "<%s>; rel=\"next\"".formatted(address("before", page.next())));
    }
    return answer.body(page.records().stream().map(RunRecord::status).toList());
  }

  private static String address(String parameter, long value) {
    return ServletUriComponentsBuilder.fromCurrentRequest()
        .replaceQueryParam(parameter, value)
        .build()
        .toUriString();
  }

  /** Status of a run. */
  @GetMapping("/runs/{runId}")
  RunStatus status(@PathVariable String runId) {
    return handle(runId).status();
  }

  /** Progress as server-sent events, one per change, until the run has ended. */
  @GetMapping(path = "/runs/{runId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable String runId) {
    RunHandle handle = handle(runId);
    SseEmitter emitter = new SseEmitter(0L);
    Subscription listening = handle.listen(status -> send(emitter, status));
    emitter.onCompletion(listening::close);
    emitter.onError(failure -> listening.close());
    return emitter;
  }

  /** Waits for a client that reads slowly; one that is gone is told no more. */
  private static void send(SseEmitter emitter, RunStatus status) {
    try {
      emitter.send(SseEmitter.event().name("status").data(status));
      if (status.state().ended()) {
        emitter.complete();
      }
    } catch (IOException | IllegalStateException e) {
      emitter.completeWithError(e);
    }
  }

  /** Cancels a run; cases that are done stay done. */
  @DeleteMapping("/runs/{runId}")
  ResponseEntity<RunStatus> cancel(@PathVariable String runId, HttpServletRequest request) {
    RunHandle handle = handle(runId);
    Object user = request.getAttribute(AuditedCall.USER);
    boolean own = user == null || user.equals(handle.record().user());
    if (!own && !mayManage()) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The run belongs to %s.".formatted(handle.record().user()));
    }
    handle.cancel();
    return ResponseEntity.accepted().body(handle.status());
  }

  /** The summary of a run that has ended, as in summary.json; 409 while it is under way. */
  @GetMapping("/runs/{runId}/results")
  JsonNode results(@PathVariable String runId) {
    RunResult result = ended.result(runId);
    if (result.job() instanceof Job.Screening) {
      return Figures.of(ScreeningFolder.summary(result, runs.store()).map());
    }
    return Figures.of(
        result.job() instanceof Job.Sensing
            ? new SensitivityFolder(result, runs.store()).summary()
            : SummaryJson.map(result));
  }

  private static boolean mayManage() {
    return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication())
        .getAuthorities()
        .stream()
        .anyMatch(authority -> Right.MANAGE_GRID.name().equals(authority.getAuthority()));
  }

  private RunHandle handle(String runId) {
    return runs.find(runId)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "There is no run '%s' here.".formatted(runId)));
  }
}
