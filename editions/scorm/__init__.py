"""The lessons, and the staff hour, for a learning platform (SCORM 1.2).

platform.js  what a page tells a platform, and what it gets back from it
package      files -> a zip with a manifest
lessons      all lessons, each as a package
"""
