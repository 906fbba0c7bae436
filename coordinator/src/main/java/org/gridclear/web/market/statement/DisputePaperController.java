package org.gridclear.web.market.statement;

import java.nio.charset.StandardCharsets;
import org.gridclear.account.Right;
import org.gridclear.settlement.process.Dispute;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.gridclear.web.market.settlement.ServedProcess;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Papers of disputes, each of which its member sees. */
@RestController
@RequestMapping("/api/v1/settlement/disputes")
class DisputePaperController {
  private final ServedProcess served;

  DisputePaperController(ServedProcess served) {
    this.served = served;
  }

  /** A paper of a dispute. */
  @GetMapping("/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.SETTLE})
  ResponseEntity<byte[]> paper(
      Caller caller, @PathVariable long number, @PathVariable String name) {
    byte[] bytes =
        ServedProcess.asked(
            () -> {
              Dispute dispute = served.queries().dispute(number, ServedProcess.sees(caller));
              String hash = dispute.filed().papers().get(name);
              if (hash == null) {
                throw new NoSuchSubjectException(
                    "Dispute %d has no paper '%s'.".formatted(number, name));
              }
              return served.process().content().get(hash);
            });
    // Never shown in place: a paper is what somebody attached.
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(bytes);
  }
}
