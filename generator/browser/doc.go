// Package browser holds tests only: they build sites as readers get them, serve them under the
// security policy that a host sends, and read them with a real Chromium.
//
// They skip where Chromium is missing. These variables of the environment say more:
//
//	WORKLOG_BROWSER=required  a skip is a failure
//	WORKLOG_AXE=FILE          axe.min.js of the npm package axe-core, for the accessibility tests
//	WORKLOG_CORPUS=FOLDER     real sites, to look for what is wider than a phone
package browser
