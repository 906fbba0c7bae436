/** Bodies of answers that several controllers give. */
package org.gridclear.web.answer;
