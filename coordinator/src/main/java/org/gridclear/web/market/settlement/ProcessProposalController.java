package org.gridclear.web.market.settlement;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.account.Right;
import org.gridclear.settlement.notice.EffectNotices;
import org.gridclear.settlement.process.ProcessTables;
import org.gridclear.settlement.process.Proposal;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.answer.TableAnswer;
import org.gridclear.web.answer.Verdict;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Acts are proposed by one account and decided by another; of corrections members are told. */
@RestController
@RequestMapping("/api/v1/settlement")
class ProcessProposalController {
  private final ServedProcess served;

  ProcessProposalController(ServedProcess served) {
    this.served = served;
  }

  /** Proposals by number, those that are open alone unless all are asked for. */
  @GetMapping("/proposals")
  @Needs(Right.SETTLE)
  ResponseEntity<byte[]> proposals(
      Caller caller,
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "json") String format)
      throws IOException {
    return TableAnswer.of(
        ProcessTables.proposals(served.process().proposals(open), served.clock()), format);
  }

  /** Approves or rejects a proposal of another account. */
  @PostMapping(path = "/proposals/{number}/decision", consumes = "application/json")
  @Needs(Right.SETTLE)
  Map<String, Object> decide(
      Caller caller, @PathVariable long number, @RequestBody Verdict verdict) {
    boolean approved = verdict.isApproved();
    return ServedProcess.asked(
        () -> {
          served.requireAccount(served.proposal(number).by());
          served.exchange().decide(number, approved, verdict.why(), caller.name());
          return decided(caller, served.proposal(number));
        });
  }

  /** The answer to a decision: of a correction, who was told what it changes. */
  private Map<String, Object> decided(Caller caller, Proposal proposal) {
    Map<String, Object> answer =
        new TreeMap<>(Map.of("number", proposal.number(), "state", proposal.state()));
    if (proposal.publishesCorrection()) {
      EffectNotices.Outcome outcome = served.notices().after(proposal.number(), caller.name());
      outcome.told().ifPresent(told -> answer.put("told", told));
      outcome.remark().ifPresent(remark -> answer.put("remark", remark));
    }
    return answer;
  }
}
