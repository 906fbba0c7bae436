package org.gridclear.web.account.user;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.web.account.ServerSecurity;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups and their rights, for who manages accounts. */
@RestController
@RequestMapping("/api/v1")
class GroupController {
  private final ServerSecurity security;

  GroupController(ServerSecurity security) {
    this.security = security;
  }

  /** Groups with their rights. */
  @GetMapping("/groups")
  Map<String, Set<Right>> groups() {
    return security.requireAccounts().accounts().rightsOfGroups();
  }

  /** Defines the rights of a group. */
  @PutMapping("/groups/{group}")
  ResponseEntity<Void> define(@PathVariable String group, @RequestBody List<Right> rights) {
    security.requireAccounts().accounts().define(group, Set.copyOf(GivenList.of(rights, "rights")));
    return ResponseEntity.noContent().build();
  }
}
