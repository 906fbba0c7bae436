package org.gridclear.web.market.notice;

import java.nio.charset.StandardCharsets;
import org.gridclear.account.Right;
import org.gridclear.web.account.Caller;
import org.gridclear.web.account.Needs;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Papers of notices, and who has read them. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticePaperController {
  private final ServedNotices served;

  NoticePaperController(ServedNotices served) {
    this.served = served;
  }

  /** A paper of a notice. */
  @GetMapping("/{number}/papers/{name}")
  @Needs({Right.READ_OWN, Right.SUPERVISE, Right.OPERATE_MARKET})
  ResponseEntity<byte[]> paper(
      Caller caller,
      @PathVariable long number,
      @PathVariable String name,
      @RequestParam(defaultValue = "") String recipient) {
    byte[] bytes =
        served
            .notices()
            .paper(served.find(caller, recipient, number), name)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "Notice %d has no paper '%s'.".formatted(number, name)));
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
