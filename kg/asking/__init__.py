"""What a graph tells a person who asks: connections, timelines, contradictions, finds and figures, with evidence.

In: a store, and names as people type them. Out: plain values, their text for a terminal, and their JSON.
"""
