/** Users, groups and the audit log over HTTP, for who manages accounts and who audits. */
@NullMarked
package org.gridclear.web.account.user;

import org.jspecify.annotations.NullMarked;
