// SPDX-License-Identifier: GPL-3.0-or-later
#include "picturestrip.h"

#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>

namespace encore::ui
{
namespace
{

constexpr QSize small(128, 80); // pixels

} // namespace

QPixmap PictureCache::pixmap(const QByteArray& sha256)
{
    if (const QPixmap* known = m_known.object(sha256))
        return *known;
    m_known.insert(sha256, new QPixmap);
    m_files.thumbnail(sha256, m_most, this, [this, sha256](const QImage& image) {
        constexpr qsizetype kilobyte = 1'000;
        if (image.isNull())
            return; // it is not asked for again
        m_known.insert(sha256, new QPixmap(QPixmap::fromImage(image)), 1 + image.sizeInBytes() / kilobyte);
        Q_EMIT arrived();
    });
    return {};
}

QVariant PictureModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const commands::ProjectPictures::Row& picture = row(index.row());
    if (role == Qt::DecorationRole)
        return m_pictures.pixmap(picture.sha256);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return picture.caption;
    return {};
}

PictureStrip::PictureStrip(const Services& services, Theme& theme, QWidget* parent) :
    QWidget(parent), m_services(services), m_theme(theme), m_cache(*services.files, small, this), m_model(m_cache, this)
{
    setObjectName(QStringLiteral("pictureStrip"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, Theme::grid, 0, 0);
    grid->setSpacing(Theme::grid / 2);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("picturesTitleLabel"));
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("picturesListView"));
    m_view->setModel(&m_model);
    m_view->setViewMode(QListView::IconMode);
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(false);
    m_view->setMovement(QListView::Static);
    m_view->setIconSize(small);
    m_view->setGridSize(small + QSize(2 * Theme::grid, 4 * Theme::grid));
    m_view->setFixedHeight(small.height() + 8 * Theme::grid);
    m_view->setTextElideMode(Qt::ElideRight);
    m_fault = new QLabel(this);
    m_fault->setObjectName(QStringLiteral("picturesFaultLabel"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setProperty("fault", true);
    m_fault->setWordWrap(true);
    m_fault->hide();
    const auto button = [this](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    m_add = button("addPictureButton");
    m_caption = button("pictureCaptionButton");
    m_first = button("pictureFirstButton");
    m_remove = button("removePictureButton");
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_view, 1, 0, 1, 2);
    grid->addWidget(m_fault, 2, 0, 1, 2);
    grid->addWidget(m_add, 3, 0);
    grid->addWidget(m_caption, 3, 1);
    grid->addWidget(m_first, 4, 0);
    grid->addWidget(m_remove, 4, 1);
    m_wording.field(m_title, m_view, [] { return tr("Pictures"); }, [] { return tr("The first one stands on the campaign's card"); });
    m_wording.button(m_add, [] { return tr("Add a picture…"); }, [] { return tr("PNG, JPEG or WebP, at most 10 MB"); });
    m_wording.button(m_caption, [] { return tr("Describe…"); }, [] { return tr("Says what the chosen picture shows"); });
    m_wording.button(m_first, [] { return tr("Put first"); }, [] { return tr("The chosen picture becomes that of the card"); });
    m_wording.button(m_remove, [] { return tr("Take off"); }, [] { return tr("Takes the chosen picture off the campaign"); });
    connect(&m_cache, &PictureCache::arrived, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &PictureStrip::refresh);
    connect(m_add, &QPushButton::clicked, this, &PictureStrip::chooseFile);
    connect(m_caption, &QPushButton::clicked, this, &PictureStrip::askCaption);
    connect(m_first, &QPushButton::clicked, this, [this] { run(commands::EditProjectPicture{m_project, chosen()->sha256, {}, 1}); });
    connect(m_remove, &QPushButton::clicked, this, [this] { run(commands::RemoveProjectPicture{m_project, chosen()->sha256}); });
    refresh();
}

template<class C>
void PictureStrip::run(const C& command)
{
    m_services.commands->run(makeRequest(command, commands::owner()), this,
                             [this](const domain::Result<commands::Outcome>& outcome) { conclude(outcome ? domain::done() : domain::Status(outcome.error())); });
}

void PictureStrip::conclude(const domain::Status& status)
{
    m_fault->setText(status ? QString() : inWords(status.error().message));
    m_fault->setVisible(!status);
    if (status)
        Q_EMIT changed();
    reload();
}

void PictureStrip::show(domain::ProjectId project, bool mayChange)
{
    if (!(project == m_project))
        m_fault->hide();
    m_project = project;
    m_mayChange = mayChange;
    reload();
}

void PictureStrip::reload()
{
    m_services.queries->ask<commands::ProjectPictures>({m_project}, this, [this, project = m_project](const auto& rows) {
        if (rows && project == m_project)
            m_model.setRows(*rows);
        refresh();
    });
}

void PictureStrip::retranslate()
{
    m_wording.sayAgain();
    refresh();
}

const commands::ProjectPictures::Row* PictureStrip::chosen() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() && current.row() < m_model.rowCount() ? &m_model.row(current.row()) : nullptr;
}

void PictureStrip::refresh()
{
    const bool isAny = m_model.rowCount() > 0;
    m_view->setVisible(isAny);
    for (QPushButton* button : {m_caption, m_first, m_remove})
        button->setVisible(isAny);
    m_add->setEnabled(m_mayChange && m_model.rowCount() < commands::mostPictures);
    for (QPushButton* button : {m_caption, m_first, m_remove})
        button->setEnabled(m_mayChange && chosen());
}

void PictureStrip::chooseFile()
{
    auto* chooser = new QFileDialog(this, tr("Choose a picture"));
    chooser->setObjectName(QStringLiteral("pictureFileDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp)"), tr("All files (*)")});
    connect(chooser, &QFileDialog::fileSelected, this, &PictureStrip::addFile);
    chooser->open();
}

void PictureStrip::addFile(const QString& path)
{
    m_add->setEnabled(false); // until it is there
    m_services.files->addPicture(m_project, path, this, [this](const domain::Status& status) { conclude(status); });
}

void PictureStrip::askCaption()
{
    auto* dialog = new AskDialog(QStringLiteral("pictureCaption"), m_theme, this);
    dialog->setWords([] { return tr("What does the picture show?"); }, [] { return tr("Read to those who cannot see it."); }, [] { return tr("Save"); });
    dialog->addField([] { return tr("Description"); }, [] { return tr("A few words"); }, false);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, sha256 = chosen()->sha256] { run(commands::EditProjectPicture{m_project, sha256, dialog->field(0), {}}); });
    dialog->open();
}

} // namespace encore::ui
