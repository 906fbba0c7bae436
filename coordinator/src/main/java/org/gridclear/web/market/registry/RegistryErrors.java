package org.gridclear.web.market.registry;

import java.util.function.Supplier;
import org.gridclear.market.registry.ChangedSinceException;
import org.gridclear.market.registry.NoSuchRecordException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the registry refuses, as answers. */
final class RegistryErrors {
  private RegistryErrors() {}

  /** The answer of a question: 404 for what there is not, 409 for what changed since. */
  static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (NoSuchRecordException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    } catch (ChangedSinceException e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
    }
  }
}
