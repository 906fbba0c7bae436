/** Commands that work with a server over HTTP, as the account that logged in. */
@NullMarked
package org.gridclear.cli.server;

import org.jspecify.annotations.NullMarked;
