"""A page inside a learning platform: a SCORM 1.2 package that any of them can run.

package     one HTML file -> a zip with its manifest
platform    what the page says to the platform, and what it never says (`platform.js`)
"""
