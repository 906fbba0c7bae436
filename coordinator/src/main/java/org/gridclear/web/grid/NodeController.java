package org.gridclear.web.grid;

import java.time.Clock;
import org.gridclear.account.Right;
import org.gridclear.run.StudyRuns;
import org.gridclear.run.dispatch.GridMembers;
import org.gridclear.web.account.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Nodes, how busy they are, and what an operator asks of them. */
@RestController
@RequestMapping("/api/v1/nodes")
class NodeController {
  private final StudyRuns runs;
  private final GridMembers members;
  private final Clock clock = Clock.systemUTC();

  NodeController(StudyRuns runs, GridMembers members) {
    this.runs = runs;
    this.members = members;
  }

  /** Nodes, queue, and what one more node would bring. */
  @GetMapping
  @Needs({Right.RUN, Right.READ_RESULTS, Right.MANAGE_GRID, Right.READ_METRICS})
  ShownNodes show() {
    return ShownNodes.of(runs, members.loads(), clock);
  }

  /** Asks the nodes of a name to take no more work and to stop when they are idle. */
  @PostMapping("/{name}/drain")
  @Needs(Right.MANAGE_GRID)
  ResponseEntity<Void> drain(@PathVariable String name) {
    members.drain(name);
    return ResponseEntity.status(HttpStatus.ACCEPTED).build();
  }

  /** Goes on without members that are missing. */
  @PostMapping("/activation")
  @Needs(Right.MANAGE_GRID)
  ResponseEntity<Void> activate() {
    members.activate();
    return ResponseEntity.noContent().build();
  }
}
