/** Commands that work with a server over HTTP, as the account that logged in. */
package org.gridclear.cli.server;
