"""Bare views to measure the portal's pages against: the same rows by plain SQL in the same base template.

They ask no policy, and stand behind no address of the portal: only the measuring knows them (`urls`).
"""
