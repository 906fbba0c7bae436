package org.gridclear.web.result;

import java.io.IOException;
import org.gridclear.report.TableFolder;
import org.gridclear.table.RowRange;
import org.gridclear.validate.UnknownNameException;
import org.gridclear.web.answer.TableAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A part of a table as an answer: how many rows there are in all, and where the next part is. */
final class TableParts {
  private TableParts() {}

  /** Asks for a part. */
  interface Asking {
    TableFolder.Page page() throws IOException;
  }

  /**
   * The answer.
   *
   * @param range which part it is
   * @param format json, csv, parquet or xlsx
   * @throws ResponseStatusException 404 if there is no such table, 400 for another name
   */
  static ResponseEntity<byte[]> of(Asking asking, RowRange range, String format)
      throws IOException {
    TableFolder.Page page = asked(asking);
    ResponseEntity<byte[]> answer = TableAnswer.of(page.table(), format);
    ResponseEntity.BodyBuilder whole =
        ResponseEntity.ok()
            .headers(answer.getHeaders())
            .header("X-Total-Count", Long.toString(page.total()));
    if (range.offset() + range.limit() < page.total()) {
      String next =
          ServletUriComponentsBuilder.fromCurrentRequest()
              .replaceQueryParam("offset", range.offset() + range.limit())
              .build()
              .toUriString();
      whole.header("Link", "<%s>; rel=\"next\"".formatted(next));
    }
    return whole.body(answer.getBody());
  }

  private static TableFolder.Page asked(Asking asking) throws IOException {
    try {
      return asking.page();
    } catch (UnknownNameException e) {
      HttpStatus status = e.kind().equals("table") ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
      throw new ResponseStatusException(status, e.getMessage(), e);
    }
  }
}
