-- A corpus as tables. Ids are those of its files; `version` is `plan@version`, `passage` is `source#passage`.
CREATE TABLE corpus (as_of TEXT);
CREATE TABLE actors (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE plans (id TEXT PRIMARY KEY, title TEXT NOT NULL, summary TEXT);
CREATE TABLE versions (
    id TEXT PRIMARY KEY, plan TEXT NOT NULL REFERENCES plans, date TEXT NOT NULL, title TEXT NOT NULL,
    standing TEXT NOT NULL, publication TEXT NOT NULL, text_basis TEXT NOT NULL, claimed_points INTEGER, summary TEXT
);
CREATE TABLE derived_from (
    version TEXT NOT NULL REFERENCES versions, older TEXT NOT NULL REFERENCES versions, relation TEXT NOT NULL,
    PRIMARY KEY (version, older)
);
CREATE TABLE provisions (
    version TEXT NOT NULL REFERENCES versions, id TEXT NOT NULL, number TEXT, parent TEXT, label TEXT,
    summary TEXT, text TEXT, text_basis TEXT NOT NULL,
    PRIMARY KEY (version, id)
);
CREATE TABLE topics (
    version TEXT NOT NULL, provision TEXT NOT NULL, topic TEXT NOT NULL,
    PRIMARY KEY (version, provision, topic), FOREIGN KEY (version, provision) REFERENCES provisions
);
CREATE TABLE sources (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, title TEXT NOT NULL, outlet TEXT, issued TEXT, language TEXT NOT NULL,
    status TEXT NOT NULL, url TEXT, archive TEXT
);
CREATE TABLE passages (
    id TEXT PRIMARY KEY, source TEXT NOT NULL REFERENCES sources, quote TEXT, says TEXT, hedge TEXT,
    speaker TEXT REFERENCES actors, said TEXT, directness TEXT NOT NULL, reach TEXT NOT NULL, fidelity TEXT NOT NULL
);
-- What a provision may be: one state where its wording was seen, else one for each thing that reports say.
CREATE TABLE states (
    id TEXT PRIMARY KEY, version TEXT NOT NULL, provision TEXT NOT NULL, claim INTEGER,
    wording TEXT, moved_to TEXT, matter TEXT, expected INTEGER NOT NULL, partly INTEGER NOT NULL, unchanged_since TEXT,
    summary TEXT,
    least_origins INTEGER NOT NULL, most_origins INTEGER NOT NULL, credibility INTEGER NOT NULL, because TEXT NOT NULL,
    FOREIGN KEY (version, provision) REFERENCES provisions
);
CREATE TABLE terms (
    state TEXT NOT NULL REFERENCES states, term TEXT NOT NULL, part TEXT NOT NULL, value,
    PRIMARY KEY (state, term, part)
);
-- Of a paper as a whole where `provision` is empty, and of a provision without saying its state where `state` is.
CREATE TABLE evidence (
    version TEXT NOT NULL REFERENCES versions, provision TEXT, state TEXT REFERENCES states,
    passage TEXT NOT NULL REFERENCES passages, stance TEXT NOT NULL, reason TEXT,
    FOREIGN KEY (version, provision) REFERENCES provisions
);
CREATE TABLE positions (
    actor TEXT NOT NULL REFERENCES actors, id TEXT NOT NULL, date TEXT NOT NULL, provision TEXT NOT NULL, paper TEXT,
    stance TEXT NOT NULL, summary TEXT NOT NULL, PRIMARY KEY (actor, id)
);
CREATE TABLE events (id TEXT PRIMARY KEY, date TEXT NOT NULL, title TEXT NOT NULL, place TEXT, outlook TEXT NOT NULL);

CREATE INDEX evidence_by_state ON evidence (state);
CREATE INDEX states_by_provision ON states (version, provision);
CREATE INDEX provisions_by_id ON provisions (id);

CREATE VIEW what_stands AS
SELECT v.id AS version, v.date, v.title AS paper, p.number, p.id AS provision, p.label,
    CASE WHEN s.id IS NULL THEN 'mentioned' ELSE s.wording END AS wording, s.matter, s.expected,
    coalesce(s.summary, p.summary, p.text) AS says, s.least_origins, s.most_origins, s.credibility, s.id AS state
FROM versions v JOIN provisions p ON p.version = v.id LEFT JOIN states s ON s.version = p.version AND s.provision = p.id;

CREATE VIEW who_says_so AS
SELECT e.version, e.provision, p.number, p.label, e.state, e.stance, a.name AS speaker, o.outlet, o.title AS source_title,
    o.issued, o.status, o.url, e.passage, t.quote, t.says, t.hedge
FROM evidence e JOIN passages t ON t.id = e.passage JOIN sources o ON o.id = t.source
LEFT JOIN actors a ON a.id = t.speaker LEFT JOIN provisions p ON p.version = e.version AND p.id = e.provision;

CREATE VIEW how_many_origins AS
SELECT s.version, s.provision, p.number, p.label, s.wording, s.matter, s.least_origins, s.most_origins, s.credibility,
    s.because, s.id AS state
FROM states s JOIN provisions p ON p.version = s.version AND p.id = s.provision;

CREATE VIEW where_it_appears AS
SELECT p.id AS provision, p.label, v.date, v.id AS version, v.title AS paper, p.number,
    (SELECT group_concat(DISTINCT w.wording) FROM what_stands w WHERE w.version = v.id AND w.provision = p.id) AS wordings
FROM provisions p JOIN versions v ON v.id = p.version;

-- What `search` is filled from; the file does not keep it.
CREATE TEMP VIEW searched AS
SELECT 'paper' AS kind, id, id AS version, title, summary AS body FROM versions
UNION ALL
SELECT 'point', p.id, p.version, p.label, words
FROM (
    SELECT p.*, coalesce(p.summary, '') || ' ' || coalesce(p.text, '') || ' ' || coalesce((
        SELECT group_concat(s.summary, ' ') FROM states s WHERE s.version = p.version AND s.provision = p.id
    ), '') AS words FROM provisions p
) p
UNION ALL
SELECT 'passage', t.id, NULL, o.title, coalesce(t.says, '') || ' ' || coalesce(t.quote, '')
FROM passages t JOIN sources o ON o.id = t.source
UNION ALL
SELECT 'position', actor || ':' || id, NULL, provision, summary FROM positions
UNION ALL
SELECT 'event', id, NULL, title, place FROM events;
