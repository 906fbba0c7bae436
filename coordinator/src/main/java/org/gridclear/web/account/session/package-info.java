/** Sessions, passwords and API tokens of the caller over HTTP. */
@NullMarked
package org.gridclear.web.account.session;

import org.jspecify.annotations.NullMarked;
